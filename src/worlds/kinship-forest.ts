import type { PythonRandom } from '../core/index.ts';
import type { KinshipTerm } from './kinship-chain.ts';

/** A person with at most one stated older relative: `parent` is an index, −1 for a root; `term` and `template` tell the statement. */
export interface ForestPerson {
  readonly name: string;
  readonly tree: number;
  readonly parent: number;
  readonly term: number;
  readonly template: number;
  /** Stated from the younger side: "B is A's child". */
  readonly inverse: boolean;
  /** Generations below the root of the tree. */
  readonly level: number;
}

/** Tree 0 holds the people asked about, the others distract. `story` orders the statements (indices of people with a parent). */
export interface KinshipForest {
  readonly people: readonly ForestPerson[];
  readonly story: readonly number[];
}

export interface KinshipForestOptions {
  readonly names: readonly string[];
  /** Edges of the longest line of tree 0. */
  readonly spine: number;
  /** Side lines that leave the spine of tree 0; each has 1 … spine/2 edges. */
  readonly branches: number;
  /** Other trees, each a line as long as the spine. They share the supply of names. */
  readonly distractors: number;
  readonly templates: number;
  readonly terms: readonly KinshipTerm[];
  readonly inverseTemplates: number;
  readonly inverseTerms: readonly KinshipTerm[];
}

/** People that a forest needs at most. */
export function forestPeople({ spine, branches, distractors }: Pick<KinshipForestOptions, 'spine' | 'branches' | 'distractors'>): number {
  return (spine + 1) * (1 + distractors) + branches * Math.max(1, Math.floor(spine / 2));
}

/** Draws a forest (ours): several roots, leaves and lines of equal depth, so that no set difference over names gives an answer away. */
export function drawKinshipForest(random: PythonRandom, options: KinshipForestOptions): KinshipForest {
  const names = random.sample(options.names, forestPeople(options));
  const people: ForestPerson[] = [];
  const grow = (tree: number, from: number, edges: number): void => {
    for (let i = 0, parent = from; i < edges; i++) parent = people.push(child(people, { tree, parent })) - 1;
  };
  const child = (all: readonly ForestPerson[], { tree, parent }: { tree: number; parent: number }): ForestPerson => {
    const inverse = options.inverseTerms.length > 0 && random.below(3) === 0;
    const term = random.below((inverse ? options.inverseTerms : options.terms).length);
    const template = random.below(inverse ? options.inverseTemplates : options.templates);
    const { generations } = (inverse ? options.inverseTerms : options.terms)[term]!;
    return { name: names[all.length]!, tree, parent, term, template, inverse, level: all[parent]!.level + generations };
  };
  const root = (tree: number): number =>
    people.push({ name: names[people.length]!, tree, parent: -1, term: 0, template: 0, inverse: false, level: 0 }) - 1;
  grow(0, root(0), options.spine);
  for (let i = 0; i < options.branches; i++)
    grow(0, random.below(options.spine), random.integer(1, Math.max(1, Math.floor(options.spine / 2))));
  for (let tree = 1; tree <= options.distractors; tree++) grow(tree, root(tree), options.spine);
  const told = people.flatMap(({ parent }, i) => (parent < 0 ? [] : [i]));
  return { people, story: random.shuffle(told) };
}

/** The person and all stated ancestors, nearest first. */
export function lineOf(forest: KinshipForest, person: number): number[] {
  const line = [person];
  for (let at = forest.people[person]!.parent; at >= 0; at = forest.people[at]!.parent) line.push(at);
  return line;
}

/** Descendants exactly `generations` below a person. */
export function descendantsAt(forest: KinshipForest, person: number, generations: number): number[] {
  const level = forest.people[person]!.level + generations;
  return forest.people.flatMap((other, i) => (other.level === level && i !== person && lineOf(forest, i).includes(person) ? [i] : []));
}

/** The nearest common ancestor of two people (one of them may be it), or undefined for people of different trees. */
export function commonAncestor(forest: KinshipForest, a: number, b: number): number | undefined {
  const ancestors = new Set(lineOf(forest, a));
  return lineOf(forest, b).find((person) => ancestors.has(person));
}

/** Generations up from one person to the common ancestor and down to the other; undefined for people of different trees. */
export function generationsBetween(forest: KinshipForest, a: number, b: number): number | undefined {
  const top = commonAncestor(forest, a, b);
  if (top === undefined) return undefined;
  return forest.people[a]!.level + forest.people[b]!.level - 2 * forest.people[top]!.level;
}
