import type { Interval } from '../stats/index.ts';

/** A place: 1 is the best. `tied`: another one has it too. */
export interface Rank {
  /** Null without an interval: nothing tells what lies above it. */
  readonly rank: number | null;
  readonly tied: boolean;
}

/** Places by intervals: one more than the number of those that lie wholly above. Those whose intervals overlap may share a place. */
export function rankByInterval(intervals: readonly Interval[]): Rank[] {
  const ranks = intervals.map(({ high }) =>
    high === null ? null : 1 + intervals.filter((other) => other.low !== null && other.low > high).length,
  );
  return ranks.map((rank, i) => ({ rank, tied: rank !== null && ranks.some((other, at) => at !== i && other === rank) }));
}
