import type { PythonRandom } from '../../core/index.ts';
import { commonAncestor, descendantsAt, generationsBetween, lineOf, type KinshipForest } from '../../worlds/index.ts';
import type { QuestionType } from './options.ts';

/** A question about a forest; people are indices. `answer`: a person, a number as text, or undefined where the text does not say. */
export interface ForestQuestion {
  /** `stranger`: the forest's name that no statement holds. */
  readonly person: number | 'stranger';
  readonly other?: number;
  readonly generations?: number;
  readonly answer: number | string | undefined;
  /** From the person asked about to the answer; empty for numbers and for unanswerable questions. */
  readonly path: readonly number[];
  /** The people whose statements the answer needs (or who must be searched before giving up). */
  readonly needed: ReadonlySet<number>;
}

interface Draw {
  readonly random: PythonRandom;
  readonly answerable: boolean;
}

/**
 * Asks a question of the wanted type. Where the forest does not allow an unanswerable one (a distance without a second tree) it is answerable,
 * and where a line is too short for a middle generation its end is asked. Undefined when nobody's generation is theirs alone: draw another forest.
 */
export function askForest(forest: KinshipForest, question: QuestionType, draw: Draw): ForestQuestion | undefined {
  if (question === 'eldest') return askEldest(forest, draw);
  if (question === 'nth-ancestor') return askAncestor(forest, draw);
  return question === 'nth-descendant' ? askDescendant(forest, draw) : askDistance(forest, draw);
}

/** People of tree 0 with at least `links` statements above them, or, when there are none, with the most. */
function deep(forest: KinshipForest, links: number): number[] {
  const depths = forest.people.flatMap(({ tree }, i) => (tree === 0 ? [{ i, depth: lineOf(forest, i).length - 1 }] : []));
  const enough = Math.min(links, Math.max(...depths.map(({ depth }) => depth)));
  return depths.filter(({ depth }) => depth >= enough).map(({ i }) => i);
}

/** The lower half of the tree: questions start far from the root. */
function low(forest: KinshipForest): number[] {
  const longest = Math.max(...deep(forest, Infinity).map((i) => lineOf(forest, i).length - 1));
  return deep(forest, Math.max(1, Math.ceil(longest / 2)));
}

const told = (people: readonly number[]) => new Set(people);

/** Without an answer: about somebody whom no statement names. A root would not do, as "as far as the sentences allow" may mean the root itself. */
function askEldest(forest: KinshipForest, { random, answerable }: Draw): ForestQuestion {
  if (!answerable) return { person: 'stranger', answer: undefined, path: [], needed: new Set() };
  const line = lineOf(forest, random.choice(low(forest)));
  return { person: line[0]!, answer: line.at(-1)!, path: line, needed: told(line.slice(0, -1)) };
}

function askAncestor(forest: KinshipForest, { random, answerable }: Draw): ForestQuestion {
  const line = lineOf(forest, random.choice(low(forest)));
  const level = (person: number) => forest.people[person]!.level;
  if (!answerable) {
    return {
      person: line[0]!,
      generations: level(line[0]!) + random.integer(1, 2),
      answer: undefined,
      path: [],
      needed: told(line.slice(0, -1)),
    };
  }
  const at = line.length <= 2 ? line.length - 1 : random.integer(1, line.length - 2);
  return {
    person: line[0]!,
    generations: level(line[0]!) - level(line[at]!),
    answer: line[at]!,
    path: line.slice(0, at + 1),
    needed: told(line.slice(0, at)),
  };
}

const ATTEMPTS = 40;

interface Descent {
  readonly line: readonly number[];
  readonly above: number;
}

/** The descendant must be the only one of that generation. */
function askDescendant(forest: KinshipForest, { random, answerable }: Draw): ForestQuestion | undefined {
  if (!answerable) return askBelowTheLast(forest, random);
  const starts = low(forest);
  const drawn = Array.from({ length: ATTEMPTS }, () => descent(lineOf(forest, random.choice(starts)), random));
  const found = drawn.find((each) => isAlone(forest, each)) ?? onlyChild(forest);
  if (found === undefined) return undefined;
  const { line, above } = found;
  const path = pathDown(found);
  return { person: above, generations: levels(forest, above, line[0]!), answer: line[0]!, path, needed: told(path.slice(1)) };
}

function askBelowTheLast(forest: KinshipForest, random: PythonRandom): ForestQuestion {
  const line = lineOf(forest, deep(forest, Infinity)[0]!);
  const above = random.choice(line.slice(1));
  const deepest = Math.max(
    ...forest.people.flatMap((person, i) => (person.tree === 0 && lineOf(forest, i).includes(above) ? [person.level] : [])),
  );
  const generations = deepest - forest.people[above]!.level + random.integer(1, 2);
  return { person: above, generations, answer: undefined, path: [], needed: told(pathDown({ line, above }).slice(1)) };
}

function descent(line: readonly number[], random: PythonRandom): Descent {
  return { line, above: line.length <= 2 ? line.at(-1)! : line[random.integer(1, line.length - 2)]! };
}

function levels({ people }: KinshipForest, above: number, below: number): number {
  return people[below]!.level - people[above]!.level;
}

function pathDown({ line, above }: Descent): number[] {
  return line.slice(0, line.indexOf(above) + 1).toReversed();
}

function isAlone(forest: KinshipForest, { line, above }: Descent): boolean {
  return descendantsAt(forest, above, levels(forest, above, line[0]!)).length === 1;
}

/** Somebody whose generation under the parent is theirs alone; a small forest can be without one. */
function onlyChild(forest: KinshipForest): Descent | undefined {
  const lines = forest.people.flatMap(({ tree, parent }, i) => (tree === 0 && parent >= 0 ? [lineOf(forest, i)] : []));
  return lines.map((line) => ({ line, above: line[1]! })).find((each) => isAlone(forest, each));
}

function askDistance(forest: KinshipForest, { random, answerable }: Draw): ForestQuestion {
  const mine = low(forest);
  const person = random.choice(mine);
  const strangers = forest.people.flatMap(({ tree, parent }, i) => (tree > 0 && parent >= 0 ? [i] : []));
  if (!answerable && strangers.length > 0) {
    return { person, other: random.choice(strangers), answer: undefined, path: [], needed: told(lineOf(forest, person).slice(0, -1)) };
  }
  const other = partner(forest, person, random);
  const top = commonAncestor(forest, person, other)!;
  const until = (line: readonly number[]) => line.slice(0, line.indexOf(top));
  return {
    person,
    other,
    answer: String(generationsBetween(forest, person, other)),
    path: [],
    needed: told([...until(lineOf(forest, person)), ...until(lineOf(forest, other))]),
  };
}

/** Preferably a relative on another branch, so that the way leads up and down again. */
function partner(forest: KinshipForest, person: number, random: PythonRandom): number {
  const family = forest.people.flatMap(({ tree }, i) => (tree === 0 && i !== person ? [i] : []));
  const across = family.filter((other) => ![person, other].includes(commonAncestor(forest, person, other)!));
  return random.choice(across.length > 0 ? across : family);
}
