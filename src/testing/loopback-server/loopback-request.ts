import type { JsonObject } from '../../core/index.ts';

/** The API that a request speaks, by its path. */
export type LoopbackApi = 'chat' | 'completions' | 'responses' | 'anthropic' | 'google';

/** What a body says, in one shape for all APIs. */
export interface ParsedBody {
  readonly model: string;
  readonly messages: readonly { readonly from: string; readonly text: string; readonly images: number }[];
  /** APIs that cache up to marks alone: lengths of the marked prefixes in characters of the joined texts. */
  readonly cacheMarks?: readonly number[];
  readonly stream: boolean;
  readonly maxTokens?: number;
  readonly temperature?: number;
}

/** A request as the answer function and the fault plan see it. */
export interface LoopbackRequest extends ParsedBody {
  readonly api: LoopbackApi;
  /** Counts from 1 over all requests for an answer. */
  readonly number: number;
  /** Texts of all messages joined with a line feed, after a silent cut. */
  readonly prompt: string;
  /** As counted by the server's counter, after a silent cut. */
  readonly promptTokens: number;
  readonly attemptId?: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as sent. Not kept after the answer. */
  readonly body: JsonObject;
}

/** What the server says. A plain string is an answer with finish `stop`. */
export interface LoopbackAnswer {
  readonly text: string;
  readonly reasoning?: string;
  readonly finish?: 'stop' | 'length' | 'refused';
}

/** Token counts of an answer. Absent ones are not sent. */
export interface LoopbackUsage {
  readonly promptTokens: number;
  readonly cachedTokens: number;
  /** Written to the prefix cache by this request. */
  readonly cacheWriteTokens: number;
  readonly completionTokens: number;
  readonly reasoningTokens: number;
}

/** An answer ready to be written by an API. `usage` is absent when the server was told to report none. */
export interface WrittenAnswer {
  readonly id: string;
  readonly model: string;
  readonly text: string;
  readonly reasoning: string;
  readonly finish: 'stop' | 'length' | 'refused';
  readonly usage?: LoopbackUsage;
}

/** An error as an API writes it. */
export interface WrittenError {
  readonly status: number;
  readonly message: string;
  readonly type: string;
  readonly code?: string;
  readonly param?: string;
}

/** How one API reads requests and writes answers. */
export interface ApiDialect {
  /** `path` carries model and streaming for Google. Throws when the body has the wrong shape. */
  parse(body: unknown, path: string): ParsedBody;
  answer(answer: WrittenAnswer): JsonObject;
  /** Frames of an event stream, each ending with a blank line. */
  events(answer: WrittenAnswer): Iterable<string>;
  error(error: WrittenError): JsonObject;
  /** An error as an event of a stream, where that looks different. */
  streamError?(error: WrittenError): JsonObject;
}
