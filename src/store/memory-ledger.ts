import {
  isReopenable,
  isRetryable,
  type BatchRecord,
  type CallRecord,
  type Ledger,
  type LedgerRow,
  type Outcome,
  type RunCounts,
  type RunEntry,
  type RunRecord,
  type RunStatus,
  type Sample,
  type SkippedSample,
} from '../core/index.ts';
import { countedOnce, countResults } from './count-results.ts';
import { alreadyRecorded, ledgerClosed, runExists, unknownRun, unknownSample } from './ledger-refusals.ts';
import { skippedOutcome } from './skipped-outcome.ts';
import { withFormerAttempts } from './former-attempts.ts';

/** An outcome as JSON, with the part of it by which a sample counts as answered. */
interface KeptOutcome {
  readonly json: string;
  readonly result: Outcome['result'];
}

interface Entry {
  readonly record: RunRecord;
  status: RunStatus;
  sessions: number;
  /** Sample JSON by id, in plan order. */
  readonly samples: Map<string, string>;
  readonly outcomes: Map<string, KeptOutcome>;
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
  readonly #revisions = new Map<string, number>();
  #closed = false;

  async createRun(run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void> {
    this.#assertOpen();
    if (this.#runs.has(run.id)) throw runExists(run.id);
    const entry = newEntry(run);
    for (const sample of samples) addRow(entry, { sample });
    this.#runs.set(run.id, entry);
    this.#changed(run.id);
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
    this.#changed(id);
  }

  async beginSession(id: string): Promise<number> {
    const entry = this.#entry(id);
    entry.status = 'running';
    entry.sessions += 1;
    this.#changed(id);
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
    entry.outcomes.set(sampleId, keptOutcome(withFormerAttempts(outcome, entry.outcomes.get(sampleId)?.json)));
    entry.reopened.delete(sampleId);
    this.#changed(id);
  }

  async reopen(id: string): Promise<number> {
    const entry = this.#entry(id);
    const failed = [...entry.outcomes].filter(([sampleId, { result }]) => !entry.reopened.has(sampleId) && isReopenable(result));
    for (const [sampleId] of failed) entry.reopened.add(sampleId);
    if (failed.length > 0) {
      entry.status = 'incomplete';
      this.#changed(id);
    }
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
    for (const entry of added) {
      this.#runs.set(entry.record.id, entry);
      this.#changed(entry.record.id);
    }
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

  async counts(id: string): Promise<RunCounts> {
    const { samples, outcomes, reopened } = this.#entry(id);
    const results = [...outcomes].flatMap(([sampleId, { result }]) => (reopened.has(sampleId) ? [] : [countedOnce(result)]));
    return countResults(samples.size, results);
  }

  async revision(id?: string): Promise<number> {
    this.#assertOpen();
    if (id === undefined) return [...this.#revisions.values()].reduce((sum, each) => sum + each, 0);
    this.#entry(id);
    return this.#revisions.get(id)!;
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
    this.#changed(id);
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

  #changed(id: string): void {
    this.#revisions.set(id, (this.#revisions.get(id) ?? 0) + 1);
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
  return outcome === undefined ? { sample } : { sample, outcome: JSON.parse(outcome.json) as Outcome };
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
  if (outcome) outcomes.set(sample.id, keptOutcome(outcome));
}

/** Whether there is an outcome, and none that may pass or was reopened. */
function isFinal({ outcomes, reopened }: Entry, sampleId: string): boolean {
  const kept = outcomes.get(sampleId);
  return kept !== undefined && !reopened.has(sampleId) && !isRetryable(kept.result);
}

function keptOutcome(outcome: Outcome): KeptOutcome {
  return { json: JSON.stringify(outcome), result: clone(outcome.result) };
}
