import type { Json } from './json.ts';

/** How to get a corpus again: enough to reload or regenerate it, checked against `digest`. */
export interface CorpusSource {
  /** SHA-256 of the bytes, hex. */
  readonly digest: string;
  readonly language: string;
  /** `{kind: 'builtin', language, seed, tokens, version}`, `{kind: 'path', path}`, or `{kind: 'data', family, …}` for a family's `reopen`. */
  readonly origin: { readonly [key: string]: Json };
}

/** A content-addressed text: one or more documents in one buffer of UTF-8. */
export interface Corpus extends CorpusSource {
  readonly bytes: Uint8Array;
  /** Byte offsets: document i is `[documents[i], documents[i+1])`; the last entry is the byte length. */
  readonly documents: Float64Array;
}

/**
 * A corpus tokenised once: cumulative token counts at safe cut points about 2 kB apart.
 * `offsets[0] = 0`, `offsets.at(-1) = bytes.length`, ascending; every document start is among them (documents are tokenised one by one).
 * `tokens[k]` = tokens in `[0, offsets[k])`.
 */
export interface TokenIndex {
  readonly corpus: Corpus;
  readonly tokenizer: string;
  readonly offsets: Float64Array;
  readonly tokens: Float64Array;
}

/** Finds the bytes behind a piece. Throws a FathomError for an unknown digest. */
export interface Documents {
  bytes(digest: string): Uint8Array;
}
