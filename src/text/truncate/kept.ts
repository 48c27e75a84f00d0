import type { TokenIndex, Tokenizer } from '../../core/index.ts';

/** Bytes `[from, to)` of a corpus, inside one document. */
export interface ByteSpan {
  readonly from: number;
  readonly to: number;
}

/** What is left of a text: its spans in order, joined by nothing, and how many of its tokens are gone. */
export interface Kept {
  readonly spans: readonly ByteSpan[];
  readonly droppedTokens: number;
}

export interface TruncateOptions {
  readonly index: TokenIndex;
  readonly tokenizer: Tokenizer;
  /** Tokens that the text may have. */
  readonly budgetTokens: number;
}
