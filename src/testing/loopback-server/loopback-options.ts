import type { LoopbackBatch, LoopbackBatches } from './loopback-batches.ts';
import type { LoopbackFault } from './loopback-fault.ts';
import type { LoopbackAnswer, LoopbackApi, LoopbackRequest } from './loopback-request.ts';

/** How the server behaves. Nothing set: it answers every prompt at once with `ok`. */
export interface LoopbackOptions {
  /** Default: the answer `ok`. */
  readonly answer?: (request: LoopbackRequest) => string | LoopbackAnswer | Promise<string | LoopbackAnswer>;
  /** Trouble for a request, by its number (from 1). */
  readonly fault?: (requestNumber: number, request: LoopbackRequest) => LoopbackFault | undefined;
  /** Time before the answer. Default 0. */
  readonly latencyMs?: number;
  /** Time that each prompt token takes which the prefix cache does not hold, beside `latencyMs`. Default 0. */
  readonly prefillMsPerToken?: number;
  /** Tokens that the prefix cache holds, at four characters a token. Default: 64 MiB of text. */
  readonly cacheTokens?: number;
  /** Size of the window; longer prompts get 400 `context_length_exceeded`, unless `truncate` says to cut them silently. */
  readonly contextTokens?: number;
  /** Cuts prompts that are too long, keeping this part, and says nothing. */
  readonly truncate?: 'head' | 'middle' | 'tail';
  /** True: the counts that it reports are those of the whole prompt, although it read less of it. */
  readonly countsWhole?: boolean;
  /** The window that its list of models claims (`max_model_len`). Default: it claims none. */
  readonly claimsTokens?: number;
  /** Default: UTF-16 units divided by 4, rounded up. */
  readonly countTokens?: (text: string) => number;
  /** The key that requests must carry. Default: any or none. */
  readonly requireKey?: string;
  /** Body fields that are refused with 400 `unsupported_parameter`. */
  readonly refuse?: readonly ('temperature' | 'max_tokens' | 'max_completion_tokens' | 'stream_options')[];
  /** False: answers carry no token counts. Default true; streams of OpenAI's older APIs count only when asked to, as the real one. */
  readonly usage?: boolean;
  /** False: a request for a stream is answered in one piece, as some servers do. Default true. */
  readonly stream?: boolean;
  /** Names at `/v1/models`. Default `mock-model`. */
  readonly models?: readonly string[];
  /** How the batch endpoints behave. */
  readonly batches?: LoopbackBatches;
  /** Default: any free port. */
  readonly port?: number;
}

/** One request for an answer, as it went. The prompt itself is not kept. */
export interface LoopbackLogEntry {
  readonly number: number;
  readonly api: LoopbackApi;
  readonly model: string;
  readonly attemptId?: string;
  /** Length of the request's body. */
  readonly bytes: number;
  /** Of the texts of all messages as they arrived, joined with a line feed; hex. */
  readonly promptSha256: string;
  readonly promptTokens: number;
  /** 0: no answer at all (`hang`, `reset`). */
  readonly status: number;
}

/** Counters over all requests for an answer. */
export interface LoopbackStats {
  readonly requests: number;
  readonly inFlight: number;
  readonly maxInFlight: number;
  readonly bodyBytes: number;
  readonly promptTokens: number;
  readonly cachedTokens: number;
  readonly byStatus: Readonly<Record<number, number>>;
}

/** A running server on 127.0.0.1. */
export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`, without a path. */
  readonly url: string;
  readonly log: readonly LoopbackLogEntry[];
  readonly stats: LoopbackStats;
  /** The batches handed in. */
  readonly batches: readonly LoopbackBatch[];
  /** Ends the server and every connection, hanging ones too. */
  close(): Promise<void>;
}
