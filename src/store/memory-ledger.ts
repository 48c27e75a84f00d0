import {
  isReopenable,
  isRetryable,
  type BatchRecord,
  type CallRecord,
  type Ledger,
  type LedgerRow,
  type Outcome,
  type RunEntry,
  type RunRecord,
  type RunStatus,
  type Sample,
  type SkippedSample,
} from '../core/index.ts';
import { alreadyRecorded, ledgerClosed, runExists, unknownRun, unknownSample } from './ledger-refusals.ts';
import { skippedOutcome } from './skipped-outcome.ts';
import { withFormerAttempts } from './former-attempts.ts';

interface Entry {
  readonly record: RunRecord;
  status: RunStatus;
  sessions: number;
  /** Sample JSON by id, in plan order. */
  readonly samples: Map<string, string>;
  /** Outcome JSON by sample id. */
  readonly outcomes: Map<string, string>;
  /** Ids of samples whose failure is to be asked again. */
  readonly reopened: Set<string>;
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
    const entry = newEntry(run);
    for (const sample of samples) addRow(entry, { sample });
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

  async beginSession(id: string): Promise<number> {
    const entry = this.#entry(id);
    entry.status = 'running';
    entry.sessions += 1;
    return entry.sessions;
  }

  async pending(id: string): Promise<readonly Sample[]> {
    const entry = this.#entry(id);
    return [...entry.samples].filter(([sampleId]) => !isFinal(entry, sampleId)).map(([, json]) => JSON.parse(json) as Sample);
  }

  async record(id: string, outcome: Outcome): Promise<void> {
    const entry = this.#entry(id);
    const { sampleId } = outcome;
    if (!entry.samples.has(sampleId)) throw unknownSample(id, outcome);
    if (isFinal(entry, sampleId)) throw alreadyRecorded(id, outcome);
    entry.outcomes.set(sampleId, JSON.stringify(withFormerAttempts(outcome, entry.outcomes.get(sampleId))));
    entry.reopened.delete(sampleId);
  }

  async reopen(id: string): Promise<number> {
    const entry = this.#entry(id);
    const failed = [...entry.outcomes].filter(([sampleId, json]) => !entry.reopened.has(sampleId) && isReopenable(resultOf(json)));
    for (const [sampleId] of failed) entry.reopened.add(sampleId);
    if (failed.length > 0) entry.status = 'incomplete';
    return failed.length;
  }

  async importRuns(entries: AsyncIterable<RunEntry>): Promise<void> {
    this.#assertOpen();
    const added: Entry[] = [];
    for await (const item of entries) {
      if ('run' in item) added.push(newEntry(item.run));
      else addRow(added.at(-1)!, item);
    }
    this.#assertOpen();
    const taken = new Set(this.#runs.keys());
    for (const { record } of added) {
      if (taken.has(record.id)) throw runExists(record.id);
      taken.add(record.id);
    }
    for (const entry of added) this.#runs.set(entry.record.id, entry);
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
  const outcome = entry.reopened.has(sampleId) ? undefined : entry.outcomes.get(sampleId);
  return outcome === undefined ? { sample } : { sample, outcome: JSON.parse(outcome) as Outcome };
}

function newEntry(run: RunRecord): Entry {
  return {
    record: clone(run),
    status: run.status,
    sessions: 0,
    samples: new Map(),
    outcomes: new Map(),
    batches: new Map(),
    reopened: new Set(),
  };
}

function addRow({ record, samples, outcomes }: Entry, { sample, outcome = skippedOutcome(record, sample) }: LedgerRow): void {
  if (samples.has(sample.id)) throw new Error(`two samples of run ${record.id} have the id ${sample.id}`);
  if (outcome && outcome.sampleId !== sample.id) throw unknownSample(record.id, outcome);
  samples.set(sample.id, JSON.stringify(sample));
  if (outcome) outcomes.set(sample.id, JSON.stringify(outcome));
}

/** Whether there is an outcome, and none that may pass or was reopened. */
function isFinal({ outcomes, reopened }: Entry, sampleId: string): boolean {
  const json = outcomes.get(sampleId);
  return json !== undefined && !reopened.has(sampleId) && !isRetryable(resultOf(json));
}

function resultOf(json: string): Outcome['result'] {
  return (JSON.parse(json) as Outcome).result;
}
