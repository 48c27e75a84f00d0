import type { BatchRecord } from './batch.ts';
import type { CorpusSource } from './corpus.ts';
import type { JsonObject } from './json.ts';
import type { FinishReason, Usage } from './model.ts';
import type { Sample, SkippedSample } from './sample.ts';
import type { Result } from './score.ts';

export type RunStatus = 'running' | 'complete' | 'incomplete';

/** One run: everything needed to rebuild its prompts, and no secret. */
export interface RunRecord {
  /** Short and sortable by time: `20260131-142530-k3f9`. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly status: RunStatus;
  /** Version of Fathom that made the samples. */
  readonly version: string;
  /** As the user named it; never holds a key. */
  readonly model: string;
  readonly strategy: string;
  readonly tasks: readonly string[];
  readonly seed: number;
  readonly tokenizer: string;
  /** The options as the tasks and the model got them (without keys). */
  readonly options: JsonObject;
  readonly corpora: readonly CorpusSource[];
}

/** One model call of an answer. */
export interface CallRecord {
  readonly text: string;
  readonly reasoning?: string;
  readonly finish: FinishReason;
  readonly usage: Usage;
  readonly latencyMs: number;
  readonly firstTokenMs?: number;
  /** The answer came out of a batch: billed at the batch price, and `latencyMs` is the time from handing the batch in. */
  readonly batch?: true;
}

/** The one recorded outcome of a sample. */
export interface Outcome {
  readonly sampleId: string;
  readonly result: Result;
  readonly calls: readonly CallRecord[];
  /** Attempts made, the successful one included. 0 for a skipped or cached sample. */
  readonly attempts: number;
  /** True when the answer came from the response cache. */
  readonly cached: boolean;
  /** SHA-256 over the rendered prompt of every step, hex; absent when nothing was rendered. */
  readonly promptDigest?: string;
  readonly recordedAt: string;
}

/** A sample with what is known of it. */
export interface LedgerRow {
  readonly sample: Sample | SkippedSample;
  readonly outcome?: Outcome;
}

/**
 * The run ledger. A recorded outcome is final: `record` refuses a second one for the same sample. The one exception is a failure that may
 * pass (`isRetryable`): its sample is still pending, and the next outcome takes its place.
 * Totals are always recomputed from rows. One implementation in memory, one on SQLite; both pass the same conformance suite.
 */
export interface Ledger {
  /** Creates the run with all its samples, or nothing. Skipped samples get their outcome at once. */
  createRun(run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void>;
  run(id: string): Promise<RunRecord | undefined>;
  /** Newest first. */
  runs(): Promise<readonly RunRecord[]>;
  setStatus(id: string, status: RunStatus): Promise<void>;
  /** Samples without an outcome, or with one that may pass, in plan order. */
  pending(id: string): Promise<readonly Sample[]>;
  record(id: string, outcome: Outcome): Promise<void>;
  /** All rows in plan order. */
  rows(id: string): AsyncIterable<LedgerRow>;
  row(id: string, sampleId: string): Promise<LedgerRow | undefined>;
  /** Reads the response cache: calls recorded under exactly this key. */
  cached(key: string): Promise<readonly CallRecord[] | undefined>;
  cache(key: string, calls: readonly CallRecord[]): Promise<void>;
  /** Keeps a batch of a run; the record of the same label is replaced. */
  saveBatch(id: string, batch: BatchRecord): Promise<void>;
  /** The batches of a run, oldest first. */
  batches(id: string): Promise<readonly BatchRecord[]>;
  close(): Promise<void>;
}
