import type { Json } from './json.ts';
import type { BlockRole, Message, OutputSpec } from './prompt.ts';
import type { TextSource } from './text-source.ts';

/** A rendered block: text to stream, or an image. */
export interface RequestBlock {
  readonly role: BlockRole;
  readonly id?: string;
  readonly cacheBreak?: true;
  readonly source: TextSource | { readonly image: Uint8Array; readonly mediaType: string };
}

export interface RequestMessage {
  readonly from: Message['from'];
  readonly blocks: readonly RequestBlock[];
}

/** What a provider gets: messages whose blocks are read late. */
export interface ModelRequest {
  readonly messages: readonly RequestMessage[];
  readonly output: OutputSpec;
  /** Groups requests that share a prefix, for providers that take such a key. */
  readonly cacheKey?: string;
  /** Sent as the header `x-fathom-attempt`, so that a server's log can be matched with the ledger. */
  readonly attemptId?: string;
}

/** Tokens as the provider counted them. An absent field was not reported: never guess. `raw` is the provider's own usage object. */
export interface Usage {
  readonly inputTokens?: number;
  readonly cachedTokens?: number;
  /** Of the input tokens, those that were written to the provider's cache, where it charges for that. */
  readonly cacheWriteTokens?: number;
  readonly outputTokens?: number;
  readonly reasoningTokens?: number;
  readonly raw?: Json;
}

/** `length`: the answer was cut at the token limit, an outcome of its own. */
export type FinishReason = 'stop' | 'length' | 'refused' | 'other';

export interface Generation {
  /** The answer, without the reasoning. */
  readonly text: string;
  readonly reasoning?: string;
  readonly finish: FinishReason;
  readonly usage: Usage;
  readonly latencyMs: number;
  readonly firstTokenMs?: number;
}

/** Merged by engine and models: embed, logprobs, token ids, sessions with attention hooks. core stays free of them. */
export interface ModelExtensions {}

export type Capability = 'generate' | 'images' | keyof ModelExtensions;

/** A language model, or anything that answers like one. Throws ModelError (models fail in known ways), never retries by itself. */
export interface Model {
  /** As the user named it: `openai/gpt-5`, `http://localhost:8000/v1#qwen3`, `baseline/lexical`. Never holds a key. */
  readonly id: string;
  /** Size of the window in tokens (prompt and answer), where known. */
  readonly contextTokens?: number;
  /** Tokens that the chat template adds to a prompt, as a stated allowance. */
  readonly overheadTokens?: number;
  /** Tokens that it may spend on thinking, on top of an answer's limit. Default 0. */
  readonly thinkingTokens?: number;
  readonly tokenizer?: string;
  /** Marked prefixes (`cacheBreak`) that a request may have, where the provider caches up to marks alone. Absent: it needs none. */
  readonly cacheMarks?: number;
  readonly capabilities: ReadonlySet<Capability>;
  generate(request: ModelRequest, options: { readonly signal: AbortSignal }): Promise<Generation>;
  extension<K extends keyof ModelExtensions>(key: K): ModelExtensions[K] | undefined;
  close?(): Promise<void>;
}
