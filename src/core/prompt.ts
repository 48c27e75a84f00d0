import type { Json } from './json.ts';

/**
 * The smallest part of a prompt. A prompt is pieces, not a string: `doc` names a content-addressed text by its digest,
 * `from` and `to` are byte offsets into its UTF-8; `reply` is the answer of an earlier step of the same ask.
 */
export type Piece =
  | { readonly text: string }
  | { readonly doc: string; readonly from: number; readonly to: number }
  | { readonly image: string; readonly mediaType: string }
  | { readonly reply: number };

/** What a block is for. Strategies and baselines address parts of a prompt by role. `evidence` is a needle: context that the answer needs. */
export type BlockRole = 'instruction' | 'example' | 'context' | 'evidence' | 'question' | 'choices' | 'format';

/**
 * A run of pieces with one role. Blocks of a message are joined with nothing between them: separators are part of the pieces.
 * `id` names a document, page, turn or needle; `cacheBreak` marks the end of a prefix worth caching.
 */
export interface Block {
  readonly role: BlockRole;
  readonly pieces: readonly Piece[];
  readonly id?: string;
  readonly cacheBreak?: true;
}

/** One message of a chat. Block order is prompt order, so "question first" is an order, not a flag. */
export interface Message {
  readonly from: 'system' | 'user' | 'assistant';
  readonly blocks: readonly Block[];
}

/** What an answer may be: at most `maxTokens` tokens, ended by `stop`, at `temperature` (default: the provider's own, or 0 where it takes one). */
export interface OutputSpec {
  readonly maxTokens: number;
  readonly stop?: readonly string[];
  readonly temperature?: number;
  readonly schema?: Json;
  /** True: a raw completion, no chat template. */
  readonly raw?: true;
}

/** One call to a model. */
export interface Step {
  readonly messages: readonly Message[];
  readonly output: OutputSpec;
}

/** How a prompt meets its length. The limit comes from the run, never from the benchmark. */
export type Fit =
  | { readonly policy: 'exact' | 'published' | 'as-is' | 'fail'; readonly tokenizer: string }
  | {
      readonly policy: 'truncate';
      readonly keep: 'head' | 'middle' | 'tail' | 'words';
      readonly on: 'prompt' | 'context';
      readonly variant?: string;
      readonly tokenizer: string;
      /** Tokens of the context that were left out; 0 when all of it fitted. */
      readonly droppedTokens: number;
    };

/** ALL that a model or a strategy ever sees of a sample. The target is out of reach by type. */
export type Ask =
  | { readonly kind: 'generate'; readonly steps: readonly Step[]; readonly fit: Fit }
  | { readonly kind: 'retrieve'; readonly query: readonly Piece[]; readonly collection: string; readonly topK: number };
