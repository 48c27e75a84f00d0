import { seededRandom } from '../core/index.ts';
import { clusterSums, type ClusteredDifference } from './cluster-sums.ts';
import { clusteredDifference } from './clustered-difference.ts';
import { permutationP } from './permutation-p.ts';
import { quantile } from './quantile.ts';

/**
 * Two scores (0–1) of one sample; `null` or `undefined` where there is none. Pairs of one `cluster` (a haystack) are not independent;
 * clusters are compared within their `stratum` (a language).
 */
export interface ScorePair {
  readonly before: number | null | undefined;
  readonly after: number | null | undefined;
  readonly cluster?: string;
  readonly stratum?: string;
}

/** What pairs say about a change. All numbers are over pairs in which both scores are there. */
export interface PairedComparison {
  readonly n: number;
  /** Pairs left out because a score was missing on either side. */
  readonly missing: number;
  readonly before: number | null;
  readonly after: number | null;
  /** Mean of after − before; `null` without pairs. */
  readonly difference: number | null;
  /** Interval of the difference; `null` below two pairs, and where clusters are too few to have one. */
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided p of the sign-flip permutation test on the mean difference; `null` without pairs. */
  readonly p: number | null;
  /** What can differ by itself: clusters, and pairs outside any. */
  readonly clusters: number;
}

/** `seed` makes the bootstrap repeatable (default 0); `resamples` (default 2000) counts bootstrap draws. */
export interface PairedComparisonOptions {
  readonly confidence?: number;
  readonly seed?: number;
  readonly resamples?: number;
}

/**
 * Compares two runs on the same samples: mean difference, its interval, and the p of a sign-flip permutation test.
 *
 * Without clusters (or with one pair in each) the interval is the percentile bootstrap's, else see {@link clusteredDifference}. The test flips
 * the signs of whole clusters: what one haystack does to all its samples is one piece of evidence. Same pairs, seed and options give the same
 * numbers.
 */
export function pairedComparison(pairs: Iterable<ScorePair>, options: PairedComparisonOptions = {}): PairedComparison {
  const { confidence = 0.95, seed = 0, resamples = 2000 } = options;
  const present: ScoredPair[] = [];
  let missing = 0;
  for (const { before, after, ...place } of pairs) {
    if (before == null || after == null) missing++;
    else present.push({ before, after, difference: after - before, ...place });
  }
  const n = present.length;
  if (n === 0) return { n, missing, before: null, after: null, difference: null, low: null, high: null, p: null, clusters: 0 };
  const differences = present.map((pair) => pair.difference);
  const byCluster = clusterSums(present);
  return {
    n,
    missing,
    before: sum(present.map((pair) => pair.before)) / n,
    after: sum(present.map((pair) => pair.after)) / n,
    difference: sum(differences) / n,
    ...(byCluster.length === n
      ? bootstrapInterval(differences, { confidence, seed, resamples })
      : clusteredDifference(present, { confidence })),
    p: permutationP(byCluster, seed),
    clusters: byCluster.length,
  };
}

interface ScoredPair extends ClusteredDifference {
  readonly before: number;
  readonly after: number;
}

function bootstrapInterval(differences: readonly number[], options: Required<PairedComparisonOptions>) {
  const n = differences.length;
  if (n < 2) return { low: null, high: null };
  const random = seededRandom(options.seed, 'stats', 'bootstrap');
  const means = Array.from({ length: options.resamples }, () => {
    let total = 0;
    for (let i = 0; i < n; i++) total += differences[random.below(n)]!;
    return total / n;
  });
  const tail = (1 - options.confidence) / 2;
  return { low: quantile(means, tail), high: quantile(means, 1 - tail) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
