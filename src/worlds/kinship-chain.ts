import type { PythonRandom } from '../core/index.ts';

/** A word for an older relative and the generations it spans (father 1, grandfather 2). `gender`: whom it can be said of; absent: of anybody. */
export interface KinshipTerm {
  readonly word: string;
  readonly generations: number;
  readonly gender?: 'male' | 'female' | undefined;
}

/** One statement of a chain: person `edge` is the relative (`term`) of person `edge + 1`, told with sentence template `template`. */
export interface KinshipEdge {
  readonly edge: number;
  readonly template: number;
  readonly term: number;
}

/** People from the eldest to the youngest; statements in the order of the story; generations from end to end. */
export interface KinshipChain {
  readonly names: readonly string[];
  readonly edges: readonly KinshipEdge[];
  readonly generations: number;
}

export interface KinshipChainOptions {
  /** The supply of names; at least `people`. */
  readonly names: readonly string[];
  readonly people: number;
  readonly templates: number;
  readonly terms: readonly KinshipTerm[];
  /** Default `shuffled`; `ordered` tells the chain from the eldest on and draws nothing for it. */
  readonly order?: 'shuffled' | 'ordered';
}

/**
 * Draws a single line of descent exactly as NeedleBench v2 does: a sample of names, then template and term of each edge, then one shuffle.
 * Given the same CPython generator, the same chain.
 */
export function drawKinshipChain(random: PythonRandom, options: KinshipChainOptions): KinshipChain {
  const names = random.sample(options.names, options.people);
  const edges = Array.from({ length: options.people - 1 }, (_, edge) => ({
    edge,
    template: random.below(options.templates),
    term: random.below(options.terms.length),
  }));
  const generations = edges.reduce((sum, { term }) => sum + options.terms[term]!.generations, 0);
  return { names, edges: options.order === 'ordered' ? edges : random.shuffle(edges), generations };
}
