import type { Json } from '../core/index.ts';

/** How much a reasoning model thinks before it answers. Each provider maps it to its own words. */
export type ReasoningEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh' | 'max';

/** Options that every provider over HTTP takes. Each provider's own file adds what it alone knows. */
export interface ModelOptions {
  /** How the user named the model; shown in reports. */
  readonly id: string;
  /** The provider's name of the model. */
  readonly model: string;
  /** Base URL of the API, without the endpoint: `http://localhost:8000/v1`. */
  readonly baseUrl?: string;
  /** The key itself; never written anywhere. */
  readonly apiKey?: string;
  /** Extra request headers. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Proxy URL. Default: HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the environment, which a loopback address ignores. */
  readonly proxy?: string;
  /** PEM file with certificates to trust besides the usual ones. */
  readonly caFile?: string;
  /** Most connections at a time. Default: as many as there are calls. */
  readonly connections?: number;
  /** Size of the window in tokens. */
  readonly contextTokens?: number;
  /** Tokens that the chat template adds to a prompt. */
  readonly overheadTokens?: number;
  /** Thinking gets room on top of an answer's limit by effort, or by that of models which think by default: see `thinkingTokens`. */
  readonly reasoningEffort?: ReasoningEffort;
  /** Most tokens of reasoning, on top of an answer's limit. Sent where the provider takes one, room for thinking everywhere. */
  readonly reasoningBudget?: number;
  /** Default true. False asks for the answer in one piece. */
  readonly stream?: boolean;
}

/** Options of the client for OpenAI-compatible servers. */
export interface OpenAiCompatibleOptions extends ModelOptions {
  readonly baseUrl: string;
  /** Extra fields of the request body, merged last (`top_k`, `ignore_eos`, `seed` …). Not `messages` or `prompt`. */
  readonly body?: { readonly [name: string]: Json };
  /** Name of the field for the answer's token limit. Default `max_tokens`; a refusal that says so switches it for good. */
  readonly maxTokensField?: 'max_tokens' | 'max_completion_tokens';
  /** True: always the completions endpoint, without a chat template. Default: only for outputs that ask for it. */
  readonly raw?: boolean;
  /** Longest answer in bytes as sent. Default 64 MiB; a longer one is a `protocol` error. */
  readonly maxAnswerBytes?: number;
}
