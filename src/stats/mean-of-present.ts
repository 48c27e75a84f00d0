/** A mean that says what it rests on. `mean` is `null` when nothing was measured: a missing score is never 0. */
export interface MeanOfPresent {
  readonly mean: number | null;
  /** Values (or their weights) behind the mean. */
  readonly n: number;
  /** Values that were absent. */
  readonly missing: number;
}

/** Mean of the values that are there; `null` and `undefined` are counted as missing and left out. */
export function meanOfPresent(values: Iterable<number | null | undefined>): MeanOfPresent {
  let sum = 0;
  let n = 0;
  let missing = 0;
  for (const value of values) {
    if (value === null || value === undefined) missing++;
    else {
      sum += value;
      n++;
    }
  }
  return { mean: n === 0 ? null : sum / n, n, missing };
}

/** Pools means: weighted by their `n`, missing counts added up. A mean of `null` adds to `missing` only. */
export function pooledMean(means: Iterable<MeanOfPresent>): MeanOfPresent {
  let sum = 0;
  let n = 0;
  let missing = 0;
  for (const part of means) {
    missing += part.missing;
    if (part.mean === null) continue;
    sum += part.mean * part.n;
    n += part.n;
  }
  // A sum of products can leave 0–1 by a rounding error when all means are 1.
  return { mean: n === 0 ? null : Math.min(1, sum / n), n, missing };
}
