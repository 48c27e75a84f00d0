import { createIntList } from './int-list.ts';
import { scanTerms, STOPPED, type Vocabulary } from './scan-terms.ts';

/** Which passages hold a term, and how often, sorted by term: those of term t are `[starts[t], starts[t + 1])`. */
export interface Postings {
  readonly starts: Int32Array;
  readonly passages: Int32Array;
  readonly counts: Int32Array;
  /** Terms of each passage, stop words left out. */
  readonly lengths: Int32Array;
  /** Mean of `lengths`, in terms. */
  readonly meanLength: number;
}

/** Counts terms passage by passage. */
export interface PostingsWriter {
  add(passage: string): void;
  /** The postings of all passages so far. */
  read(): Postings;
}

/** A writer of postings for the terms that `vocabulary` numbers. Twelve bytes for each different term of each passage. */
export function createPostingsWriter(vocabulary: Vocabulary): PostingsWriter {
  const terms = createIntList();
  const passages = createIntList();
  const counts = createIntList();
  const lengths = createIntList();
  // Where the last posting of a term stands: it belongs to the current passage when it is not older than the passage.
  const lastPosting: number[] = [];
  return {
    add(passage) {
      const first = terms.length;
      let length = 0;
      scanTerms(passage, vocabulary, (term) => {
        if (term !== STOPPED) length++;
        if (term < 0) return;
        while (lastPosting.length <= term) lastPosting.push(-1);
        if (lastPosting[term]! >= first) return counts.increment(lastPosting[term]!);
        lastPosting[term] = terms.length;
        terms.push(term);
        passages.push(lengths.length);
        counts.push(1);
      });
      lengths.push(length);
    },
    read() {
      const starts = startsOf(terms.values(), lastPosting.length);
      const order = orderByTerm(terms.values(), starts);
      return {
        starts,
        passages: order.map((at) => passages.values()[at]!),
        counts: order.map((at) => counts.values()[at]!),
        lengths: lengths.values(),
        meanLength: lengths.values().reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
      };
    },
  };
}

function startsOf(terms: Int32Array, termCount: number): Int32Array {
  const starts = new Int32Array(termCount + 1);
  for (const term of terms) starts[term + 1]!++;
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!;
  return starts;
}

// A counting sort: stable, so the passages of a term stay in order.
function orderByTerm(terms: Int32Array, starts: Int32Array): Int32Array {
  const next = starts.slice();
  const order = new Int32Array(terms.length);
  for (let at = 0; at < terms.length; at++) order[next[terms[at]!]!++] = at;
  return order;
}
