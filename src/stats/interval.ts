/** A two-sided confidence interval. `null` on both sides: nothing was measured, so nothing is known. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
}

/** The interval of a quantity that was never measured. */
export const UNKNOWN_INTERVAL: Interval = { low: null, high: null };
