import { FathomError, type Sample, type SkippedSample } from '../../core/index.ts';
import { spreadOrder } from './spread-order.ts';

/** A sample that a search may ask. */
export interface Candidate {
  readonly id: string;
  readonly promptTokens: number;
}

/** All that may be asked at one length, in the order in which it is. */
export interface LengthPool {
  readonly lengthTokens: number;
  readonly candidates: readonly Candidate[];
}

/** A length that no sample could be made for, with the reason of its first one. */
export interface UnaskedLength {
  readonly lengthTokens: number;
  readonly reason: string;
  readonly detail: string;
}

/** The lengths of a search, ascending. */
export interface SearchPlan {
  readonly pools: readonly LengthPool[];
  readonly unasked: readonly UnaskedLength[];
}

/**
 * Sorts the samples of a run by length, as a search walks through them. Same samples and seed, same plan.
 * Throws a FathomError (`misuse`) for samples that have no length to search along.
 */
export function planSearch(samples: readonly (Sample | SkippedSample)[], seed: number): SearchPlan {
  const byLength = [...Map.groupBy(samples, lengthOf)].toSorted(([a], [b]) => a - b);
  const pools: LengthPool[] = [];
  const unasked: UnaskedLength[] = [];
  for (const [lengthTokens, members] of byLength) {
    const asked = members.filter((sample): sample is Sample => !('skipped' in sample));
    const candidates = asked.length === 0 ? [] : spreadOrder(asked, { seed, lengthTokens });
    if (candidates.length > 0) pools.push({ lengthTokens, candidates: candidates.map(({ id, promptTokens }) => ({ id, promptTokens })) });
    else unasked.push({ lengthTokens, ...skipOf(members) });
  }
  return { pools, unasked };
}

function lengthOf({ task, cell }: Sample | SkippedSample): number {
  const length = cell['askedTokens'];
  if (typeof length === 'number') return length;
  throw new FathomError('misuse', `The task ${task} has no lengths to search along.`, {
    fix: 'Choose a task whose prompts are made for a length, such as needlebench/single-retrieval.',
  });
}

function skipOf(members: readonly (Sample | SkippedSample)[]): { readonly reason: string; readonly detail: string } {
  const [first] = members.flatMap((sample) => ('skipped' in sample ? [sample.skipped] : []));
  return first ?? { reason: 'unknown', detail: 'no sample could be made' };
}
