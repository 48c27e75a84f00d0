import type { ModelErrorKind } from './errors.ts';
import type { Generation, ModelRequest } from './model.ts';

/** A request of a batch. `customId`: letters, digits, `-` and `_`, 64 at most, its own within the batch; the result carries it. */
export interface BatchRequest {
  readonly customId: string;
  readonly request: ModelRequest;
}

/** Requests on disk, ready to go. Must be disposed of. */
export interface PreparedBatch {
  /** How many of the requests fit into this batch: the first ones. */
  readonly taken: number;
  /** Hands the batch in under a label that `find` knows again; gives the provider's id. Throws ModelError. */
  submit(label: string, options: { readonly signal: AbortSignal }): Promise<string>;
  dispose(): Promise<void>;
}

/** `working`: wait · `ended`: results can be read, complete or not · `failed`: the provider took none of it, `detail` says why. */
export interface BatchState {
  readonly state: 'working' | 'ended' | 'failed';
  /** The provider's own word: `in_progress`, `expired`, … */
  readonly word: string;
  /** Requests settled so far, and all of them, where the provider says so. */
  readonly done?: number;
  readonly total?: number;
  readonly detail?: string;
}

/** What became of a request. `unanswered`: the batch expired or was cancelled before its turn. `generation.latencyMs` is not measured: 0. */
export type BatchResult = { readonly customId: string } & (
  | { readonly generation: Generation }
  | { readonly error: { readonly kind: ModelErrorKind; readonly message: string } }
  | { readonly unanswered: string }
);

/** A provider's batch endpoint: the same answers within a day, for less. All calls throw ModelError and never retry. */
export interface BatchClient {
  /** Price of a batch, as a share of the usual one. */
  readonly priceFactor: number;
  /** Writes requests to a temporary file, one prompt in memory at a time, until the batch is full or the requests end. */
  prepare(requests: Iterable<BatchRequest>): Promise<PreparedBatch>;
  /** The id of the batch of so many requests that was handed in under a label, or undefined when there is none. */
  find(label: string, options: { readonly signal: AbortSignal; readonly requests: number }): Promise<string | undefined>;
  state(id: string, options: { readonly signal: AbortSignal }): Promise<BatchState>;
  /** Results in any order. Throws ModelError `protocol` when they break off; those before it hold. */
  results(id: string, options: { readonly signal: AbortSignal }): AsyncIterable<BatchResult>;
  cancel(id: string, options: { readonly signal: AbortSignal }): Promise<void>;
}

/**
 * A batch of a run, as the ledger keeps it. `intent`: about to be handed in, perhaps it was · `submitted`: handed in as `batchId` ·
 * `ended`: its results are recorded, or it never was.
 */
export interface BatchRecord {
  /** Names the batch at the provider, and begins its custom ids: `LABEL-0` is `sampleIds[0]`. */
  readonly label: string;
  readonly state: 'intent' | 'submitted' | 'ended';
  readonly batchId?: string;
  readonly sampleIds: readonly string[];
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}
