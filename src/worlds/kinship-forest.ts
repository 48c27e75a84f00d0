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
  /** A name from the same supply that no statement holds. */
  readonly stranger: string;
}

export interface KinshipForestOptions {
  readonly names: readonly string[];
  /** Edges of the longest line of tree 0. */
  readonly spine: number;
  /** Side lines that leave the spine of tree 0; each has 1 … spine/2 edges. The first ends as many edges and generations down as the spine (spines from 2 edges). */
  readonly branches: number;
  /** Other trees, each a line as long as the spine. They share the supply of names. */
  readonly distractors: number;
  readonly templates: number;
  readonly terms: readonly KinshipTerm[];
  readonly inverseTemplates: number;
  readonly inverseTerms: readonly KinshipTerm[];
}

/** Names that a forest needs at most. */
export function forestPeople({ spine, branches, distractors }: Pick<KinshipForestOptions, 'spine' | 'branches' | 'distractors'>): number {
  return (spine + 1) * (1 + distractors) + branches * Math.max(1, Math.floor(spine / 2)) + 1;
}

/**
 * Draws a forest (ours): several roots, leaves and lines of equal depth, so that no set difference over names gives an answer away. Nobody is
 * told of as a man and as a woman: the first gendered term said of a person decides which others fit.
 */
export function drawKinshipForest(random: PythonRandom, options: KinshipForestOptions): KinshipForest {
  const names = random.sample(options.names, forestPeople(options));
  const people: ForestPerson[] = [];
  const genders = new Map<number, KinshipTerm['gender']>();
  const add = (person: Omit<ForestPerson, 'name'>): number => people.push({ ...person, name: names[people.length]! }) - 1;
  const root = (tree: number): number => add({ tree, parent: -1, term: 0, template: 0, inverse: false, level: 0 });
  const child = (parent: number, generations?: number): number | undefined => {
    const statement = drawStatement(random, options, { gender: genders.get(parent), generations });
    if (statement === undefined) return undefined;
    const { inverse, template, term } = statement;
    const { gender, generations: span } = termOf(options, statement);
    const added = add({ tree: people[parent]!.tree, parent, term, template, inverse, level: people[parent]!.level + span });
    if (gender !== undefined) genders.set(inverse ? added : parent, gender);
    return added;
  };
  const grow = (from: number, steps: readonly (number | undefined)[]): void => {
    let at: number | undefined = from;
    for (const generations of steps) at = at === undefined ? undefined : child(at, generations);
  };
  const line = (edges: number) => Array.from({ length: edges }, () => undefined);
  const longest = Math.max(1, Math.floor(options.spine / 2));
  grow(root(0), line(options.spine));
  const spine = people.length - 1;
  for (let i = 0; i < options.branches; i++) {
    const edges = random.integer(1, longest);
    if (i === 0 && spine > 1 && edges < spine) grow(spine - edges, spans(people, spine - edges, spine));
    else grow(random.below(Math.max(1, spine)), line(edges));
  }
  for (let tree = 1; tree <= options.distractors; tree++) grow(root(tree), line(options.spine));
  const told = people.flatMap(({ parent }, i) => (parent < 0 ? [] : [i]));
  return { people, story: random.shuffle(told), stranger: names.at(-1)! };
}

/** The generations of each edge of the spine between two of its people. */
function spans(people: readonly ForestPerson[], from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => people[from + i + 1]!.level - people[from + i]!.level);
}

type Statement = Pick<ForestPerson, 'inverse' | 'template' | 'term'>;

function termOf({ terms, inverseTerms }: KinshipForestOptions, { inverse, term }: Statement): KinshipTerm {
  return (inverse ? inverseTerms : terms)[term]!;
}

/** A statement about a parent and a new child; undefined when no term fits the parent's gender or the generations asked for. */
function drawStatement(
  random: PythonRandom,
  { terms, templates, inverseTerms, inverseTemplates }: KinshipForestOptions,
  wanted: { readonly gender: KinshipTerm['gender']; readonly generations: number | undefined },
): Statement | undefined {
  const spansWell = ({ generations }: KinshipTerm) => wanted.generations === undefined || generations === wanted.generations;
  const fitsParent = ({ gender }: KinshipTerm) => wanted.gender === undefined || gender === undefined || gender === wanted.gender;
  const direct = terms.flatMap((term, i) => (spansWell(term) && fitsParent(term) ? [i] : []));
  const turned = inverseTerms.flatMap((term, i) => (spansWell(term) ? [i] : []));
  const inverse = turned.length > 0 && (direct.length === 0 || random.below(3) === 0);
  const fitting = inverse ? turned : direct;
  if (fitting.length === 0) return undefined;
  return { inverse, term: random.choice(fitting), template: random.below(inverse ? inverseTemplates : templates) };
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
