import { seededRandom } from '../core/index.ts';
import { quantile } from './quantile.ts';
import { signTest } from './sign-test.ts';

/** Two scores (0–1) of one sample; `null` or `undefined` where there is none. */
export interface ScorePair {
  readonly before: number | null | undefined;
  readonly after: number | null | undefined;
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
  /** Percentile bootstrap interval of the difference; `null` below two pairs. */
  readonly low: number | null;
  readonly high: number | null;
  /** Two-sided p of the sign-flip permutation test on the mean difference; `null` without pairs. */
  readonly p: number | null;
}

/** `seed` makes the bootstrap repeatable (default 0); `resamples` (default 2000) counts bootstrap draws. */
export interface PairedComparisonOptions {
  readonly confidence?: number;
  readonly seed?: number;
  readonly resamples?: number;
}

/** Up to this many differing pairs all 2ⁿ sign flips are enumerated. */
const MAX_ENUMERATED = 14;
/** Sign flips drawn when there are too many to enumerate. */
const DRAWN_FLIPS = 10_000;

/**
 * Compares two runs on the same samples: mean difference, its bootstrap interval, and the p of a sign-flip permutation test.
 * The test is exact when all differences have one size (right/wrong answers: it is then McNemar's exact test) or up to 14 pairs differ;
 * beyond that it rests on 10,000 drawn flips. Same pairs, seed and options give the same numbers.
 */
export function pairedComparison(pairs: Iterable<ScorePair>, options: PairedComparisonOptions = {}): PairedComparison {
  const { confidence = 0.95, seed = 0, resamples = 2000 } = options;
  const before: number[] = [];
  const after: number[] = [];
  let missing = 0;
  for (const pair of pairs) {
    if (pair.before == null || pair.after == null) missing++;
    else {
      before.push(pair.before);
      after.push(pair.after);
    }
  }
  const differences = after.map((value, i) => value - before[i]!);
  const n = differences.length;
  if (n === 0) return { n, missing, before: null, after: null, difference: null, low: null, high: null, p: null };
  return {
    n,
    missing,
    before: sum(before) / n,
    after: sum(after) / n,
    difference: sum(differences) / n,
    ...bootstrapInterval(differences, { confidence, seed, resamples }),
    p: permutationP(differences, seed),
  };
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

function permutationP(differences: readonly number[], seed: number): number {
  const sizes = differences.filter((difference) => difference !== 0).map(Math.abs);
  if (sizes.every((size) => size === sizes[0])) return signTest(differences).p;
  // Sums of the same numbers in another order differ in the last bits: an equal sum must count as equal.
  const observed = Math.abs(sum(differences)) - 1e-9;
  return sizes.length <= MAX_ENUMERATED ? enumeratedP(sizes, observed) : drawnP(sizes, { observed, seed });
}

function enumeratedP(sizes: readonly number[], observed: number): number {
  const flips = 2 ** sizes.length;
  let extreme = 0;
  for (let flip = 0; flip < flips; flip++) {
    const total = sizes.reduce((running, size, i) => running + ((flip >> i) & 1 ? size : -size), 0);
    if (Math.abs(total) >= observed) extreme++;
  }
  return extreme / flips;
}

function drawnP(sizes: readonly number[], { observed, seed }: { readonly observed: number; readonly seed: number }): number {
  const random = seededRandom(seed, 'stats', 'permutation');
  // The observed signs are one of the flips, so p is never 0.
  let extreme = 1;
  for (let draw = 0; draw < DRAWN_FLIPS; draw++) {
    let total = 0;
    let signs = 0;
    for (let i = 0; i < sizes.length; i++) {
      if (i % 32 === 0) signs = random.bits(32);
      total += signs & 1 ? sizes[i]! : -sizes[i]!;
      signs >>>= 1;
    }
    if (Math.abs(total) >= observed) extreme++;
  }
  return extreme / (DRAWN_FLIPS + 1);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
