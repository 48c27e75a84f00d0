import { scorePassages } from './bm25.ts';
import { createPostingsWriter, type Postings } from './postings.ts';
import { takeBest, type Hit } from './take-best.ts';
import { closedVocabulary, knownTerms, openVocabulary, type Terms } from './vocabulary.ts';

/** Finds passages. */
export interface Search {
  /** The at most `k` best passages that share a term with the query, best first; of equal ones the earlier first. */
  top(query: string, k: number): Hit[];
}

/**
 * An index for many queries over passages in English, Chinese or both: BM25 over lower-cased words without plural and possessive,
 * pairs of Chinese characters and whole numbers; stop words left out. Its size follows the text, not the number of passages.
 */
export function createSearch(passages: readonly string[]): Search {
  const terms: Terms = new Map();
  const writer = createPostingsWriter(openVocabulary(terms));
  for (const passage of passages) writer.add(passage);
  const postings = writer.read();
  return { top: (query, k) => takeBest(scorePassages(postings, knownTerms(query, terms)), k) };
}

/** Ranks passages that come one by one, for queries known before. */
export interface Ranker {
  add(passage: string): void;
  /** The at most `k` best passages so far for `queries[query]`, as `Search.top` would find them. */
  top(query: number, k: number): Hit[];
}

/**
 * A search without an index of the whole: only terms of `queries` are kept, the passages are not. A million tokens need a few megabytes.
 * Scores are those of `createSearch` over the same passages.
 */
export function createRanker(queries: readonly string[]): Ranker {
  const terms: Terms = new Map();
  const collector = createPostingsWriter(openVocabulary(terms));
  for (const query of queries) collector.add(query);
  const writer = createPostingsWriter(closedVocabulary(terms));
  let postings: Postings | undefined;
  return {
    add(passage) {
      postings = undefined;
      writer.add(passage);
    },
    top(query, k) {
      postings ??= writer.read();
      return takeBest(scorePassages(postings, knownTerms(queries[query] ?? '', terms)), k);
    },
  };
}

/** The at most `k` best of `passages` for one query, in one pass: the same hits as `createSearch(passages).top(query, k)`. */
export function topPassages(passages: Iterable<string>, query: string, k: number): Hit[] {
  const ranker = createRanker([query]);
  for (const passage of passages) ranker.add(passage);
  return ranker.top(0, k);
}
