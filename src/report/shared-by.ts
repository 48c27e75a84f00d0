import type { Score, ScoredRow } from '../core/index.ts';

/**
 * What the scores of a sample have in common with others, so that they are not independent: its haystack, else its group of jointly scored
 * samples, else, where one answer has several parts, the sample itself. `undefined`: the score stands for itself.
 */
export function sharedBy(sample: Pick<ScoredRow, 'cluster' | 'group'> & { readonly id: string }, score: Score): string | undefined {
  return sample.cluster ?? sample.group ?? ((score.parts?.length ?? 0) > 1 ? sample.id : undefined);
}
