import { seededRandom } from '../core/index.ts';
import { type Interval, UNKNOWN_INTERVAL } from './interval.ts';
import { quantile } from './quantile.ts';

/** How a bootstrap draws. */
export interface BootstrapOptions {
  /** Default 10,000. */
  readonly resamples?: number;
  /** Default 0.95. */
  readonly confidence?: number;
  /** Default 0. */
  readonly seed?: number;
}

/**
 * Percentile bootstrap of a statistic that depends on sums over rows alone: rows are drawn with replacement, their counts summed up, and the statistic taken of the
 * sums. Rows with the same counts are drawn as one kind, so that thousands of rows cost little. Same rows in any order, same seed: same interval.
 *
 * @param rows counts of each row, all of the same length
 * @param statistic null where it is not defined; such resamples are left out
 */
export function bootstrapInterval(
  rows: readonly (readonly number[])[],
  statistic: (sums: Float64Array) => number | null,
  { resamples = 10_000, confidence = 0.95, seed = 0 }: BootstrapOptions = {},
): Interval {
  const width = rows[0]?.length ?? 0;
  if (rows.length === 0) return UNKNOWN_INTERVAL;
  const kinds = kindsOf(rows);
  const random = seededRandom(seed, 'bootstrap', rows.length);
  const values: number[] = [];
  const sums = new Float64Array(width);
  const drawn = new Uint32Array(kinds.counts.length);
  for (let resample = 0; resample < resamples; resample++) {
    drawn.fill(0);
    for (let draw = 0; draw < rows.length; draw++) drawn[kinds.ofRow[Math.floor((random.bits(32) / 4294967296) * rows.length)]!]!++;
    sums.fill(0);
    for (const [kind, counts] of kinds.counts.entries()) for (let at = 0; at < width; at++) sums[at]! += drawn[kind]! * counts[at]!;
    const value = statistic(sums);
    if (value !== null) values.push(value);
  }
  const tail = (1 - confidence) / 2;
  return { low: quantile(values, tail), high: quantile(values, 1 - tail) };
}

/** The different rows in a fixed order, and the kind of each row, sorted by kind. */
function kindsOf(rows: readonly (readonly number[])[]): { readonly counts: readonly (readonly number[])[]; readonly ofRow: Uint32Array } {
  const groups = [...Map.groupBy(rows, (row) => row.join(','))].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const ofRow = new Uint32Array(rows.length);
  let at = 0;
  for (const [kind, [, members]] of groups.entries()) ofRow.fill(kind, at, (at += members.length));
  return { counts: groups.map(([, members]) => members[0]!), ofRow };
}
