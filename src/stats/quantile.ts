/**
 * The quantile at `share` (0–1) by linear interpolation between order statistics (Hyndman and Fan's type 7, the default of R and NumPy).
 * `null` for no values. The input is not changed.
 */
export function quantile(values: readonly number[], share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`quantile(…, ${share}): the share must lie between 0 and 1`);
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
}
