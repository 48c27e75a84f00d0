import { clusteredInterval, type Interval, type ValueGroup } from '../stats/index.ts';
import type { ScoreSummary } from './run-summary.ts';

type PooledScore = Pick<ScoreSummary, 'cell' | 'n' | 'mean' | 'clusters'>;

/**
 * The interval at 95 % of the mean of scores pooled over cells: answers on one haystack, and parts of one answer, are not counted as
 * independent. Languages are strata: they are what was asked for, not a draw. Unknown over a single haystack.
 */
export function pooledInterval(scores: readonly PooledScore[]): Interval {
  return clusteredInterval(scores.flatMap(valueGroups));
}

function valueGroups({ cell, n, mean, clusters = {} }: PooledScore): ValueGroup[] {
  const stratum = String(cell['language'] ?? '');
  const shared = Object.entries(clusters).map(([cluster, { sum, n: weight }]) => ({ cluster, stratum, sum, weight }));
  const own = {
    sum: (mean ?? 0) * n - shared.reduce((sum, group) => sum + group.sum, 0),
    weight: n - shared.reduce((sum, group) => sum + group.weight, 0),
  };
  return own.weight > 1e-9 ? [...shared, own] : shared;
}
