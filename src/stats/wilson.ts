import { type Interval, UNKNOWN_INTERVAL } from './interval.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Wilson's score interval for a proportion. Source: E. B. Wilson (1927), JASA 22, 209–212.
 *
 * Also for the mean of n values between 0 and 1: their variance is never above mean × (1 − mean), so the interval is then on the wide side.
 *
 * @param mean the proportion or mean, 0–1; `null` (nothing measured) gives the unknown interval
 * @param n number of independent values (a weight may make it fractional); 0 gives the unknown interval
 * @throws RangeError for a mean outside 0–1, a negative n, or a confidence outside (0, 1)
 */
export function wilson(mean: number | null, n: number, { confidence = 0.95 }: { readonly confidence?: number } = {}): Interval {
  if (mean === null || n === 0) return UNKNOWN_INTERVAL;
  if (!(mean >= 0 && mean <= 1)) throw new RangeError(`wilson(${mean}): the mean must lie between 0 and 1`);
  if (!(n > 0)) throw new RangeError(`wilson(…, ${n}): n must not be negative`);
  const z = normalQuantile((1 + confidence) / 2);
  const shrink = 1 + (z * z) / n;
  const centre = (mean + (z * z) / (2 * n)) / shrink;
  const half = (z / shrink) * Math.sqrt((mean * (1 - mean)) / n + (z * z) / (4 * n * n));
  // On paper the interval holds the mean and stays in 0–1; at the ends floating point is off by a rounding error.
  return {
    low: mean === 0 ? 0 : Math.max(0, Math.min(mean, centre - half)),
    high: mean === 1 ? 1 : Math.min(1, Math.max(mean, centre + half)),
  };
}
