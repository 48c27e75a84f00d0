import type { BatchRecord } from './batch.ts';
import type { CorpusSource } from './corpus.ts';
import type { Json, JsonObject } from './json.ts';
import type { FinishReason, Usage } from './model.ts';
import type { Sample, SkippedSample } from './sample.ts';
import type { Result } from './score.ts';
import type { Answer } from './strategy.ts';

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
  /** The run whose answers were scored again to make this one, with the Fathom and the task versions that did it. */
  readonly rescoredFrom?: { readonly run: string; readonly version: string; readonly taskVersions: { readonly [task: string]: number } };
  /** The runs whose samples this one unites, with the options that make them again. */
  readonly mergedFrom?: readonly { readonly run: string; readonly tasks: readonly string[]; readonly options: JsonObject }[];
  /** The run came out of a file: where its model is reached was not said by this user. Never exported. */
  readonly imported?: true;
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
  /** Attempts made, the successful one included, over all sessions of which an outcome was recorded. 0 for a skipped or cached sample. */
  readonly attempts: number;
  /** True when the answer came from the response cache. */
  readonly cached: boolean;
  /** SHA-256 over the rendered prompt of every step of the ask, hex; absent when nothing was rendered. A strategy such as `retrieval` sends a part of it. */
  readonly promptDigest?: string;
  /** What the strategy gave of the context, what it left out, and how it got there (see Answer); absent where it says nothing. */
  readonly used?: NonNullable<Answer['used']>;
  readonly truncatedTokens?: number;
  readonly trace?: Json;
  readonly recordedAt: string;
}

/** A sample with what is known of it. */
export interface LedgerRow {
  readonly sample: Sample | SkippedSample;
  readonly outcome?: Outcome;
}

/** Where a sample stands in the plan of its run, and what stands beside it. */
export interface SamplePlace {
  /** From 0. */
  readonly position: number;
  readonly total: number;
  /** Ids; absent at the ends. */
  readonly previous?: string;
  readonly next?: string;
}

/** How far a run is. `total = ok + errors + skipped + pending`. */
export interface RunCounts {
  readonly total: number;
  readonly ok: number;
  /** Failures on record, those that may pass included; never one that was reopened. */
  readonly errors: number;
  /** Those of the errors that may pass: a resume asks their samples again. */
  readonly passingErrors: number;
  readonly skipped: number;
  /** Samples without an outcome. */
  readonly pending: number;
  /** Sum of the values of all scores; divided by `ok` it is their mean. */
  readonly scoreSum: number;
}

/** A deleted run that is still there. */
export interface TrashedRun {
  readonly run: RunRecord;
  /** ISO 8601, UTC. */
  readonly trashedAt: string;
  /** Its removal for good was begun and broke off: it can no longer be restored, and `purge` ends it. */
  readonly purging?: true;
}

/** An item of a stream of whole runs: a run, then its rows in plan order, then the next run. */
export type RunEntry = { readonly run: RunRecord } | LedgerRow;

/**
 * The run ledger. A recorded outcome is final: `record` refuses a second one for the same sample. There are two exceptions: a failure that
 * may pass (`isRetryable`) leaves its sample pending, and `reopen` makes failures without an answer pending again. The next outcome takes
 * the place of such a failure, and its attempts are added to those of the failure.
 * Totals are always recomputed from rows. A run in the trash is in no list, but all that is addressed by its id goes on as before, so that
 * no answer on its way to it is lost; only no new session begins. One implementation in memory, one on SQLite; both pass the same conformance suite.
 */
export interface Ledger {
  /** Creates the run with all its samples, or nothing. Skipped samples get their outcome at once. */
  createRun(run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void>;
  /** Undefined for a run in the trash too. */
  run(id: string): Promise<RunRecord | undefined>;
  /** Newest first, without those in the trash. */
  runs(): Promise<readonly RunRecord[]>;
  setStatus(id: string, status: RunStatus): Promise<void>;
  /**
   * Marks a run as `running` and counts its sessions: gives the number of this one, from 1. On the disk before it resolves, so that no two
   * sessions of a run ever have the same number, whatever became of the first. A run in the trash is refused.
   */
  beginSession(id: string): Promise<number>;
  /** Samples without an outcome, or with one that may pass, in plan order. */
  pending(id: string): Promise<readonly Sample[]>;
  record(id: string, outcome: Outcome): Promise<void>;
  /**
   * Makes every failed sample pending that can be asked again (`isReopenable`), never one with an answer, and gives their number. Until its next
   * outcome such a sample has none. A run with such samples is `incomplete`.
   */
  reopen(id: string): Promise<number>;
  /** Adds whole runs with the outcomes they have: all of them, or none when one exists already or the stream fails. */
  importRuns(entries: AsyncIterable<RunEntry>): Promise<void>;
  /** All rows in plan order. Rejects at the end when the run was removed meanwhile: some may be missing. */
  rows(id: string): AsyncIterable<LedgerRow>;
  row(id: string, sampleId: string): Promise<LedgerRow | undefined>;
  /** Finds a sample in its plan without reading any. Undefined for an unknown one. */
  place(id: string, sampleId: string): Promise<SamplePlace | undefined>;
  /** Counts the outcomes of a run without reading them: a few milliseconds for 10,000 samples. */
  counts(id: string): Promise<RunCounts>;
  /**
   * A number that grows with every change of the run's record, outcomes and batches, whoever made it; without an id, with every change of any
   * run. Well below a millisecond: made for being asked again and again. Meaningful only beside an earlier one of the same ledger.
   */
  revision(id?: string): Promise<number>;
  /**
   * Puts runs into the trash: all of them, or none when one is unknown. `at`: ISO 8601, UTC. A run that is there already keeps its time.
   * Nothing of a run is lost by it.
   */
  trash(ids: readonly string[], at: string): Promise<void>;
  /** Takes runs out of the trash: all of them, or none when one is unknown or half removed. One that is not in it stays as it is. */
  restore(ids: readonly string[]): Promise<void>;
  /** The runs in the trash, last deleted first. */
  trashed(): Promise<readonly TrashedRun[]>;
  /**
   * Removes a run for good with its rows and batches, in small steps between which others get their turn; a file gets smaller where it can.
   * The response cache stays. Only for a run in the trash: any other is refused. What broke off goes on with the next call.
   */
  purge(id: string): Promise<void>;
  /** Reads the response cache: calls recorded under exactly this key. */
  cached(key: string): Promise<readonly CallRecord[] | undefined>;
  cache(key: string, calls: readonly CallRecord[]): Promise<void>;
  /** Keeps a batch of a run; the record of the same label is replaced. */
  saveBatch(id: string, batch: BatchRecord): Promise<void>;
  /** The batches of a run, oldest first. */
  batches(id: string): Promise<readonly BatchRecord[]>;
  close(): Promise<void>;
}
