import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { PythonRandom } from '../core/index.ts';
import {
  commonAncestor,
  descendantsAt,
  drawKinshipForest,
  forestPeople,
  generationsBetween,
  lineOf,
  personNames,
  type KinshipTerm,
} from './index.ts';

const terms = [
  { word: 'mother', generations: 1, gender: 'female' },
  { word: 'father', generations: 1, gender: 'male' },
  { word: 'grandmother', generations: 2, gender: 'female' },
] as const;
const inverseTerms = [
  { word: 'child', generations: 1 },
  { word: 'grandson', generations: 2, gender: 'male' },
] as const;
const draw = (seed: number, spine: number, branches: number, distractors: number) =>
  drawKinshipForest(new PythonRandom(seed), {
    names: personNames('en'),
    spine,
    branches,
    distractors,
    templates: 7,
    terms,
    inverseTemplates: 2,
    inverseTerms,
  });

test('a forest holds what was asked for, each statement once, names distinct', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), fc.nat(5), fc.nat(4), (seed, spine, branches, distractors) => {
      const { people, story, stranger } = draw(seed, spine, branches, distractors);
      expect(people.length).toBeLessThanOrEqual(forestPeople({ spine, branches, distractors }));
      expect(new Set([stranger, ...people.map(({ name }) => name)]).size).toBe(people.length + 1);
      expect([...story].sort((a, b) => a - b)).toEqual(people.flatMap(({ parent }, i) => (parent < 0 ? [] : [i])));
      expect(people.filter(({ parent }) => parent < 0).map(({ tree }) => tree)).toEqual(
        Array.from({ length: distractors + 1 }, (_, i) => i),
      );
      expect(people.filter(({ parent, tree }) => parent >= 0 && people[parent]!.tree !== tree)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('nobody is told of as a man and as a woman', () => {
  for (let seed = 0; seed < 60; seed++) {
    const { people } = draw(seed, 9, 5, 1);
    const genders = people.map(() => new Set<string>());
    people.forEach(({ parent, inverse, term }, i) => {
      const { gender } = ((inverse ? inverseTerms : terms) as readonly KinshipTerm[])[term]!;
      if (parent >= 0 && gender) genders[inverse ? i : parent]!.add(gender);
    });
    expect(genders.filter(({ size }) => size > 1)).toEqual([]);
  }
});

test('the first side line ends as far down as the spine, in statements and in generations', () => {
  for (let seed = 0; seed < 60; seed++) {
    const spine = 2 + (seed % 9);
    const forest = draw(seed, spine, 1, 0);
    const ends = forest.people.flatMap(({ level }, i) =>
      forest.people.some(({ parent }) => parent === i) ? [] : [{ level, statements: lineOf(forest, i).length - 1 }],
    );
    expect(ends).toEqual([ends[0], ends[0]]);
    expect(ends[0]!.statements).toBe(spine);
  }
});

test('distance, descendants and common ancestors agree with a walk over the tree', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 9 }), (seed, spine) => {
      const forest = draw(seed, spine, 3, 1);
      const at = new PythonRandom(seed);
      const [a, b] = [at.below(forest.people.length), at.below(forest.people.length)];
      const top = commonAncestor(forest, a, b);
      expect(top === undefined).toBe(forest.people[a]!.tree !== forest.people[b]!.tree);
      expect(generationsBetween(forest, a, b)).toBe(generationsBetween(forest, b, a));
      if (top === undefined) return;
      const down = forest.people[a]!.level - forest.people[top]!.level;
      expect(down === 0 || descendantsAt(forest, top, down).includes(a)).toBe(true);
      expect(generationsBetween(forest, top, a)).toBe(down);
      expect(lineOf(forest, a)).toContain(top);
    }),
    { numRuns: 60 },
  );
});

test('at least 2,000 names a language, none inside another', () => {
  for (const language of ['en', 'zh']) {
    const supply = personNames(language);
    expect(supply.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(supply).size).toBe(supply.length);
    const all = `\n${supply.join('\n').toLowerCase()}\n`;
    for (const name of supply) {
      const first = all.indexOf(name.toLowerCase());
      expect([name, all.indexOf(name.toLowerCase(), first + 1)]).toEqual([name, -1]);
    }
  }
  expect(personNames('xx')).toEqual([]);
});
