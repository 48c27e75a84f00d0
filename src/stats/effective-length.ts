import type { Interval } from './interval.ts';
import type { MeanOfPresent } from './mean-of-present.ts';

/** The mean score at which a length counts as read, unless the user says otherwise. */
export const EFFECTIVE_THRESHOLD = 0.85;

/** The pooled score of one length, with its interval. */
export interface LengthScore extends MeanOfPresent, Interval {
  readonly lengthTokens: number;
}

/** How far a curve of scores over lengths stays at or above a threshold. A length is `null` where not even the shortest one does. */
export interface EffectiveLength {
  /** The longest length whose score reaches the threshold, with all shorter ones too. */
  readonly tokens: number | null;
  /** The longest length up to which every interval lies above the threshold: it reaches at least that far. */
  readonly lowTokens: number | null;
  /** The last length before the first whose interval lies below the threshold: it reaches no further. */
  readonly highTokens: number | null;
  /** The shortest length that misses the threshold; `null`: none does. */
  readonly firstFailingTokens: number | null;
  /** Lengths beyond the first failing one that reach the threshold all the same: the curve is not monotone. */
  readonly passingBeyond: readonly number[];
  /** The shortest and the longest length with a score; `null`: none has one. */
  readonly shortestTokens: number | null;
  readonly longestTokens: number | null;
  /** Lengths without a single score. They are left out: nothing is known of them. */
  readonly unscored: readonly number[];
}

/**
 * The effective context length of a measured curve (any order). The bracket takes each length's interval by itself; it is no joint statement
 * about all of them.
 */
export function effectiveLength(points: readonly LengthScore[], threshold: number): EffectiveLength {
  const sorted = points.toSorted((a, b) => a.lengthTokens - b.lengthTokens);
  const curve = sorted.filter(({ mean }) => mean !== null);
  const passes = ({ mean }: LengthScore) => mean! >= threshold;
  const failing = curve.find((point) => !passes(point));
  return {
    tokens: lastWhile(curve, passes),
    lowTokens: lastWhile(curve, ({ low }) => low !== null && low >= threshold),
    highTokens: lastWhile(curve, ({ high }) => high === null || high >= threshold),
    firstFailingTokens: failing?.lengthTokens ?? null,
    passingBeyond: lengthsOf(curve.filter((point) => failing && point.lengthTokens > failing.lengthTokens && passes(point))),
    shortestTokens: curve[0]?.lengthTokens ?? null,
    longestTokens: curve.at(-1)?.lengthTokens ?? null,
    unscored: lengthsOf(sorted.filter(({ mean }) => mean === null)),
  };
}

function lastWhile(curve: readonly LengthScore[], holds: (point: LengthScore) => boolean): number | null {
  const end = curve.findIndex((point) => !holds(point));
  return curve[(end < 0 ? curve.length : end) - 1]?.lengthTokens ?? null;
}

function lengthsOf(points: readonly LengthScore[]): readonly number[] {
  return points.map(({ lengthTokens }) => lengthTokens);
}
