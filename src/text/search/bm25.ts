/**
 * Okapi BM25: Robertson, Walker, Jones, Hancock-Beaulieu and Gatford, “Okapi at TREC-3” (1994).
 * The inverse document frequency is ln(1 + (N − n + 0.5) / (n + 0.5)), never negative, unlike the original for terms in over half of the passages.
 * A term of the query counts once, however often the query repeats it.
 */
import type { Postings } from './postings.ts';

/** How fast repeats of a term stop to matter. */
const K1 = 1.2;
/** How much the length of a passage matters: 0 not at all, 1 fully. */
const B = 0.75;

/** The score of every passage for the query `terms`; 0 for passages that hold none of them. */
export function scorePassages(postings: Postings, terms: readonly number[]): Float64Array {
  const { starts, passages, counts, lengths, meanLength } = postings;
  const scores = new Float64Array(lengths.length);
  for (const term of terms) {
    const from = starts[term] ?? 0;
    const to = starts[term + 1] ?? from;
    const weight = inverseFrequency(to - from, lengths.length) * (K1 + 1);
    for (let at = from; at < to; at++) {
      const passage = passages[at]!;
      const count = counts[at]!;
      scores[passage]! += (weight * count) / (count + K1 * (1 - B + (B * lengths[passage]!) / meanLength));
    }
  }
  return scores;
}

function inverseFrequency(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5));
}
