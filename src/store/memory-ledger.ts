import {
  isReopenable,
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
  type SamplePlace,
  type SkippedSample,
  type TrashedRun,
} from '../core/index.ts';
import { countedOnce, countResults } from './count-results.ts';
import { alreadyRecorded, ledgerClosed, notDeleted, runDeleted, runExists, unknownRun, unknownSample } from './ledger-refusals.ts';
import { withFormerAttempts } from './former-attempts.ts';
import { addRow, isFinal, keptOutcome, newMemoryRun, readRow, withStatus, type MemoryRun } from './memory-run.ts';

/** A ledger that lives and dies with the process. Values are kept as JSON, so that what is read back is exactly what a file would give. */
export function createMemoryLedger(): Ledger {
  return new MemoryLedger();
}

class MemoryLedger implements Ledger {
  readonly #runs = new Map<string, MemoryRun>();
  readonly #cache = new Map<string, string>();
  readonly #revisions = new Map<string, number>();
  #closed = false;

  async createRun(run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void> {
    this.#assertOpen();
    this.#requireFree(run.id);
    const entry = newMemoryRun(run);
    for (const sample of samples) addRow(entry, { sample });
    this.#runs.set(run.id, entry);
    this.#changed(run.id);
  }

  async run(id: string): Promise<RunRecord | undefined> {
    this.#assertOpen();
    const entry = this.#runs.get(id);
    return entry && entry.trashedAt === undefined ? withStatus(entry) : undefined;
  }

  async runs(): Promise<readonly RunRecord[]> {
    this.#assertOpen();
    const kept = [...this.#runs.values()].filter(({ trashedAt }) => trashedAt === undefined);
    return kept.map(withStatus).sort(newestFirst);
  }

  async setStatus(id: string, status: RunStatus): Promise<void> {
    this.#entry(id).status = status;
    this.#changed(id);
  }

  async beginSession(id: string): Promise<number> {
    const entry = this.#entry(id);
    if (entry.trashedAt !== undefined) throw runDeleted(id);
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
    const added: MemoryRun[] = [];
    for await (const item of entries) {
      if ('run' in item) added.push(newMemoryRun(item.run));
      else addRow(added.at(-1)!, item);
    }
    this.#assertOpen();
    const taken = new Set<string>();
    for (const { record } of added) {
      this.#requireFree(record.id);
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

  async place(id: string, sampleId: string): Promise<SamplePlace | undefined> {
    this.#assertOpen();
    const ids = [...(this.#runs.get(id)?.samples.keys() ?? [])];
    const position = ids.indexOf(sampleId);
    if (position < 0) return undefined;
    const [previous, next] = [ids[position - 1], ids[position + 1]];
    return { position, total: ids.length, ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
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

  async trash(ids: readonly string[], at: string): Promise<void> {
    for (const entry of ids.map((id) => this.#entry(id))) {
      entry.trashedAt ??= at;
      this.#changed(entry.record.id);
    }
  }

  async restore(ids: readonly string[]): Promise<void> {
    for (const entry of ids.map((id) => this.#entry(id))) {
      delete entry.trashedAt;
      this.#changed(entry.record.id);
    }
  }

  async trashed(): Promise<readonly TrashedRun[]> {
    this.#assertOpen();
    const found = [...this.#runs.values()].flatMap((entry) =>
      entry.trashedAt === undefined ? [] : [{ run: withStatus(entry), trashedAt: entry.trashedAt }],
    );
    return found.sort((a, b) => (a.trashedAt === b.trashedAt ? newestFirst(a.run, b.run) : a.trashedAt < b.trashedAt ? 1 : -1));
  }

  async purge(id: string): Promise<void> {
    if (this.#entry(id).trashedAt === undefined) throw notDeleted(id);
    this.#runs.delete(id);
    this.#changed(id);
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

  #requireFree(id: string): void {
    const taken = this.#runs.get(id);
    if (taken) throw taken.trashedAt === undefined ? runExists(id) : runDeleted(id);
  }

  #changed(id: string): void {
    this.#revisions.set(id, (this.#revisions.get(id) ?? 0) + 1);
  }

  #entry(id: string): MemoryRun {
    this.#assertOpen();
    const entry = this.#runs.get(id);
    if (!entry) throw unknownRun(id);
    return entry;
  }
}

function newestFirst(a: RunRecord, b: RunRecord): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
