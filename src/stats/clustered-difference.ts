import { clusterDesign } from './cluster-design.ts';
import type { ClusteredDifference } from './cluster-sums.ts';
import { designEffect } from './design-effect.ts';
import { type Interval, UNKNOWN_INTERVAL } from './interval.ts';
import { studentQuantile } from './student-quantile.ts';

/**
 * Interval of a mean of differences of which some share a haystack: Student's t over the variance between clusters, with clusters less one
 * degrees of freedom in each stratum (sources at `clusterDesign`; the correlation is drawn towards 1 where few pairs differ, see
 * `designEffect`). None where a stratum has a single cluster, and none where no pair differs from the others: nothing shows the spread.
 */
export function clusteredDifference(values: readonly ClusteredDifference[], { confidence }: { readonly confidence: number }): Interval {
  const design = clusterDesign(values.map(({ difference, ...place }) => ({ ...place, sum: difference, weight: 1 })));
  if (design === undefined || design.lonely || design.df < 1) return UNKNOWN_INTERVAL;
  const { mean, independentN, df } = design;
  const variance = values.reduce((sum, { difference }) => sum + (difference - mean) ** 2, 0) / (values.length - 1);
  if (!(variance > 1e-12)) return UNKNOWN_INTERVAL;
  const effect = designEffect(design, { variance, cases: values.filter(({ difference }) => difference !== 0).length });
  const half = studentQuantile((1 + confidence) / 2, df) * Math.sqrt((variance / independentN) * effect);
  return { low: Math.max(-1, mean - half), high: Math.min(1, mean + half) };
}
