import {
  isRetryable,
  type BatchRecord,
  type CallRecord,
  type Ledger,
  type LedgerRow,
  type Outcome,
  type RunRecord,
  type RunStatus,
  type Sample,
  type SkippedSample,
} from '../core/index.ts';
import { alreadyRecorded, ledgerClosed, runExists, unknownRun, unknownSample } from './ledger-refusals.ts';
import { skippedOutcome } from './skipped-outcome.ts';

interface Entry {
  readonly record: RunRecord;
  status: RunStatus;
  /** Sample JSON by id, in plan order. */
  readonly samples: Map<string, string>;
  /** Outcome JSON by sample id. */
  readonly outcomes: Map<string, string>;
  /** Batch JSON by label. */
  readonly batches: Map<string, string>;
}

/** A ledger that lives and dies with the process. Values are kept as JSON, so that what is read back is exactly what a file would give. */
export function createMemoryLedger(): Ledger {
  return new MemoryLedger();
}

class MemoryLedger implements Ledger {
  readonly #runs = new Map<string, Entry>();
  readonly #cache = new Map<string, string>();
  #closed = false;

  async createRun(run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void> {
    this.#assertOpen();
    if (this.#runs.has(run.id)) throw runExists(run.id);
    const entry: Entry = { record: clone(run), status: run.status, samples: new Map(), outcomes: new Map(), batches: new Map() };
    for (const sample of samples) {
      if (entry.samples.has(sample.id)) throw new Error(`two samples of run ${run.id} have the id ${sample.id}`);
      entry.samples.set(sample.id, JSON.stringify(sample));
      const skipped = skippedOutcome(run, sample);
      if (skipped) entry.outcomes.set(sample.id, JSON.stringify(skipped));
    }
    this.#runs.set(run.id, entry);
  }

  async run(id: string): Promise<RunRecord | undefined> {
    this.#assertOpen();
    const entry = this.#runs.get(id);
    return entry && withStatus(entry);
  }

  async runs(): Promise<readonly RunRecord[]> {
    this.#assertOpen();
    return [...this.#runs.values()].map(withStatus).sort(newestFirst);
  }

  async setStatus(id: string, status: RunStatus): Promise<void> {
    this.#entry(id).status = status;
  }

  async pending(id: string): Promise<readonly Sample[]> {
    const { samples, outcomes } = this.#entry(id);
    return [...samples].filter(([sampleId]) => !isFinal(outcomes.get(sampleId))).map(([, json]) => JSON.parse(json) as Sample);
  }

  async record(id: string, outcome: Outcome): Promise<void> {
    const { samples, outcomes } = this.#entry(id);
    if (!samples.has(outcome.sampleId)) throw unknownSample(id, outcome);
    if (isFinal(outcomes.get(outcome.sampleId))) throw alreadyRecorded(id, outcome);
    outcomes.set(outcome.sampleId, JSON.stringify(outcome));
  }

  async *rows(id: string): AsyncGenerator<LedgerRow> {
    const entry = this.#entry(id);
    for (const sampleId of entry.samples.keys()) yield readRow(entry, sampleId)!;
  }

  async row(id: string, sampleId: string): Promise<LedgerRow | undefined> {
    this.#assertOpen();
    const entry = this.#runs.get(id);
    return entry && readRow(entry, sampleId);
  }

  async cached(key: string): Promise<readonly CallRecord[] | undefined> {
    this.#assertOpen();
    const json = this.#cache.get(key);
    return json === undefined ? undefined : (JSON.parse(json) as CallRecord[]);
  }

  async cache(key: string, calls: readonly CallRecord[]): Promise<void> {
    this.#assertOpen();
    if (!this.#cache.has(key)) this.#cache.set(key, JSON.stringify(calls));
  }

  async saveBatch(id: string, batch: BatchRecord): Promise<void> {
    this.#entry(id).batches.set(batch.label, JSON.stringify(batch));
  }

  async batches(id: string): Promise<readonly BatchRecord[]> {
    return [...this.#entry(id).batches.values()].map((json) => JSON.parse(json) as BatchRecord);
  }

  async close(): Promise<void> {
    this.#closed = true;
  }

  #assertOpen(): void {
    if (this.#closed) throw ledgerClosed();
  }

  #entry(id: string): Entry {
    this.#assertOpen();
    const entry = this.#runs.get(id);
    if (!entry) throw unknownRun(id);
    return entry;
  }
}

function clone<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function withStatus(entry: Entry): RunRecord {
  return { ...clone(entry.record), status: entry.status };
}

function newestFirst(a: RunRecord, b: RunRecord): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function readRow(entry: Entry, sampleId: string): LedgerRow | undefined {
  const json = entry.samples.get(sampleId);
  if (json === undefined) return undefined;
  const sample = JSON.parse(json) as Sample | SkippedSample;
  const outcome = entry.outcomes.get(sampleId);
  return outcome === undefined ? { sample } : { sample, outcome: JSON.parse(outcome) as Outcome };
}

/** Whether there is an outcome, and none that may pass. */
function isFinal(json: string | undefined): boolean {
  return json !== undefined && !isRetryable((JSON.parse(json) as Outcome).result);
}
