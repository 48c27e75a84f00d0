import type { Hit } from './take-best.ts';

/** Rows of unit length, one after the other. */
export interface UnitVectors {
  readonly rows: Float32Array;
  readonly dimensions: number;
  readonly count: number;
}

/** Brings vectors to length 1. A vector without a direction (all 0) stays 0 and is alike to nothing. Throws RangeError where lengths differ. */
export function unitVectors(vectors: readonly Float32Array[]): UnitVectors {
  const dimensions = vectors[0]?.length ?? 0;
  const rows = new Float32Array(vectors.length * dimensions);
  for (const [i, vector] of vectors.entries()) {
    if (vector.length !== dimensions) throw new RangeError(`vector ${i} has ${vector.length} dimensions, the first has ${dimensions}`);
    let squares = 0;
    for (const number of vector) squares += number * number;
    const length = Math.sqrt(squares);
    for (let d = 0; d < dimensions; d++) rows[i * dimensions + d] = length === 0 ? 0 : vector[d]! / length;
  }
  return { rows, dimensions, count: vectors.length };
}

/** Queries whose products are taken together: a passage is read from memory once for all of them. */
const TOGETHER = 4;

/**
 * The nearest passages of every query by cosine, best first, at most `k`: exact, over all of them (BEIR `DenseRetrievalExactSearch`). A product that is no
 * number counts as −1, as published. Equal ones in order of the passages. Sums are in double precision.
 */
export function* nearestVectors(
  queries: UnitVectors,
  passages: UnitVectors,
  { k }: { readonly k: number },
): Generator<readonly Hit[], void> {
  if (queries.count > 0 && passages.count > 0 && queries.dimensions !== passages.dimensions)
    throw new RangeError(`queries have ${queries.dimensions} dimensions, passages ${passages.dimensions}`);
  const scores = Array.from({ length: TOGETHER }, () => new Float64Array(passages.count));
  for (let first = 0; first < queries.count; first += TOGETHER) {
    const last = Math.min(first + TOGETHER, queries.count);
    if (last - first === TOGETHER) fourProducts(queries, passages, { first, scores });
    else for (let q = first; q < last; q++) products(queries, passages, { query: q, scores: scores[q - first]! });
    for (let q = first; q < last; q++) yield best(scores[q - first]!, k);
  }
}

function fourProducts(
  queries: UnitVectors,
  { rows, dimensions, count }: UnitVectors,
  { first, scores }: { readonly first: number; readonly scores: readonly Float64Array[] },
): void {
  const [qa, qb, qc, qd] = [0, 1, 2, 3].map((i) => queries.rows.subarray((first + i) * dimensions, (first + i + 1) * dimensions)) as [
    Float32Array,
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  const [sa, sb, sc, sd] = scores as [Float64Array, Float64Array, Float64Array, Float64Array];
  for (let p = 0, at = 0; p < count; p++, at += dimensions) {
    let [a, b, c, e] = [0, 0, 0, 0];
    for (let d = 0; d < dimensions; d++) {
      const x = rows[at + d]!;
      a += x * qa[d]!;
      b += x * qb[d]!;
      c += x * qc[d]!;
      e += x * qd[d]!;
    }
    sa[p] = a;
    sb[p] = b;
    sc[p] = c;
    sd[p] = e;
  }
}

function products(
  queries: UnitVectors,
  { rows, dimensions, count }: UnitVectors,
  { query, scores }: { readonly query: number; readonly scores: Float64Array },
): void {
  const from = query * dimensions;
  for (let p = 0, at = 0; p < count; p++, at += dimensions) {
    let sum = 0;
    for (let d = 0; d < dimensions; d++) sum += rows[at + d]! * queries.rows[from + d]!;
    scores[p] = sum;
  }
}

function best(scores: Float64Array, k: number): readonly Hit[] {
  for (let p = 0; p < scores.length; p++) if (Number.isNaN(scores[p]!)) scores[p] = -1;
  // The score of place k is a floor: all that is sorted is what reaches it.
  const floor = scores.length > k ? scores.toSorted()[scores.length - k]! : -Infinity;
  const hits: Hit[] = [];
  for (let p = 0; p < scores.length; p++) if (scores[p]! >= floor) hits.push({ passage: p, score: scores[p]! });
  return hits.sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, k);
}
