import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import {
  FathomError,
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
import { createCommitQueue } from './commit-queue.ts';
import { ledgerClosed, unknownRun } from './ledger-refusals.ts';
import { batchRows, saveBatch } from './sqlite-batches.ts';
import { unpackJson, type PackedJson } from './packed-json.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import { importRuns } from './sqlite-import.ts';
import { requireWhole } from './require-whole.ts';
import { purgeRun, shrinkFile } from './sqlite-purge.ts';
import { restoreRuns, trashedRows, trashRuns } from './sqlite-trash.ts';
import { countRows, ledgerRevision, placeOfSample, runRevision } from './sqlite-watch.ts';
import { beginSession, insertOutcome, insertRun, reopenFailures, retryable } from './sqlite-writes.ts';
import type { LedgerTables } from './sqlite-schema.ts';
import { storageError } from './storage-error.ts';

const ROWS_PER_PAGE = 256;

/** A reopened failure stays in the file, but its sample counts as one without an outcome. */
const visibleOutcome = sql<string | null>`case when outcomes.reopened = 1 then null else outcomes.outcome end`;

interface Recorded {
  readonly runId: string;
  readonly outcome: Outcome;
}

/**
 * The ledger over an open database (see openSqliteFile), which it closes. `path` is for messages only.
 * Every transaction begins with a write: only then does SQLite wait for another writer instead of failing halfway.
 */
export class SqliteLedger implements Ledger {
  readonly #database: DatabaseSync;
  readonly #db: Kysely<LedgerTables>;
  readonly #path: string;
  readonly #outcomes = createCommitQueue((batch: readonly Recorded[]) => this.#commit(batch));
  #closed = false;

  constructor(database: DatabaseSync, path: string) {
    this.#database = database;
    this.#db = new Kysely<LedgerTables>({ dialect: createSqliteDialect(database) });
    this.#path = path;
  }

  createRun(run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void> {
    return this.#guard(() => this.#db.transaction().execute((tx) => insertRun(tx, run, samples)));
  }

  run(id: string): Promise<RunRecord | undefined> {
    return this.#guard(async () => {
      const row = await this.#db.selectFrom('runs').selectAll().where('id', '=', id).where('trashed_at', 'is', null).executeTakeFirst();
      return row && this.#runRecord(row);
    });
  }

  runs(): Promise<readonly RunRecord[]> {
    return this.#guard(async () => {
      const kept = this.#db.selectFrom('runs').selectAll().where('trashed_at', 'is', null);
      const rows = await kept.orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
      return rows.map((row) => this.#runRecord(row));
    });
  }

  setStatus(id: string, status: RunStatus): Promise<void> {
    return this.#guard(async () => {
      const { numUpdatedRows } = await this.#db.updateTable('runs').set({ status }).where('id', '=', id).executeTakeFirst();
      if (numUpdatedRows === 0n) throw unknownRun(id);
    });
  }

  beginSession(id: string): Promise<number> {
    return this.#guard(() => beginSession(this.#db, id));
  }

  pending(id: string): Promise<readonly Sample[]> {
    return this.#guard(async () => {
      await this.#requireRun(id);
      const rows = await this.#joined(id)
        .where((where) => where.or([where('outcomes.outcome', 'is', null), where('outcomes.reopened', '=', 1), retryable]))
        .orderBy('samples.position')
        .execute();
      return rows.map((row) => this.#parse<Sample>(row.sample));
    });
  }

  record(id: string, outcome: Outcome): Promise<void> {
    return this.#guard(() => this.#outcomes.add({ runId: id, outcome }));
  }

  reopen(id: string): Promise<number> {
    return this.#guard(() => this.#db.transaction().execute((tx) => reopenFailures(tx, id)));
  }

  importRuns(entries: AsyncIterable<RunEntry>): Promise<void> {
    return this.#guard(() => importRuns(this.#db, entries));
  }

  async *rows(id: string): AsyncGenerator<LedgerRow> {
    await this.#guard(() => this.#requireRun(id));
    let found = 0;
    for (let after = -1; ;) {
      const from = after;
      const page = await this.#guard(() =>
        this.#joined(id).where('samples.position', '>', from).orderBy('samples.position').limit(ROWS_PER_PAGE).execute(),
      );
      for (const row of page) yield this.#ledgerRow(row);
      found += page.length;
      const last = page.at(-1);
      if (!last || page.length < ROWS_PER_PAGE) return await this.#guard(() => requireWhole(this.#db, id, found));
      after = last.position;
    }
  }

  row(id: string, sampleId: string): Promise<LedgerRow | undefined> {
    return this.#guard(async () => {
      const row = await this.#joined(id).where('samples.sample_id', '=', sampleId).executeTakeFirst();
      return row && this.#ledgerRow(row);
    });
  }

  place(id: string, sampleId: string): Promise<SamplePlace | undefined> {
    return this.#guard(() => placeOfSample(this.#db, id, sampleId));
  }

  counts(id: string): Promise<RunCounts> {
    return this.#guard(() => this.#requireRun(id).then(() => countRows(this.#db, id)));
  }

  revision(id?: string): Promise<number> {
    return this.#guard(() => (id === undefined ? ledgerRevision(this.#db) : runRevision(this.#db, id)));
  }

  trash(ids: readonly string[], at: string): Promise<void> {
    return this.#guard(() => this.#db.transaction().execute((tx) => trashRuns(tx, ids, at)));
  }

  restore(ids: readonly string[]): Promise<void> {
    return this.#guard(() => this.#db.transaction().execute((tx) => restoreRuns(tx, ids)));
  }

  trashed(): Promise<readonly TrashedRun[]> {
    return this.#guard(async () =>
      (await trashedRows(this.#db)).map((row) => ({
        run: this.#runRecord(row),
        trashedAt: row.trashed_at,
        ...(row.purging === 1 && { purging: true as const }),
      })),
    );
  }

  purge(id: string): Promise<void> {
    return this.#guard(async () => {
      await purgeRun(this.#db, id);
      await shrinkFile(this.#db, this.#database);
    });
  }

  cached(key: string): Promise<readonly CallRecord[] | undefined> {
    return this.#guard(async () => {
      const row = await this.#db.selectFrom('response_cache').select('calls').where('key', '=', key).executeTakeFirst();
      return row && this.#parse<CallRecord[]>(row.calls);
    });
  }

  cache(key: string, calls: readonly CallRecord[]): Promise<void> {
    return this.#guard(async () => {
      const entry = { key, calls: JSON.stringify(calls) };
      await this.#db
        .insertInto('response_cache')
        .values(entry)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    });
  }

  saveBatch(id: string, batch: BatchRecord): Promise<void> {
    return this.#guard(() => this.#requireRun(id).then(() => saveBatch(this.#db, id, batch)));
  }

  batches(id: string): Promise<readonly BatchRecord[]> {
    return this.#guard(async () => (await batchRows(this.#db, id)).map(({ batch }) => this.#parse<BatchRecord>(batch)));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#outcomes.idle();
    await this.#db.destroy();
    // kysely closes only a database that it has used.
    if (this.#database.isOpen) this.#database.close();
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw ledgerClosed();
    try {
      return await work();
    } catch (error) {
      // Work of many steps, and the ledger was closed between two of them.
      throw this.#closed && !this.#database.isOpen ? ledgerClosed() : storageError(error, this.#path);
    }
  }

  async #requireRun(id: string): Promise<void> {
    const row = await this.#db.selectFrom('runs').select('id').where('id', '=', id).executeTakeFirst();
    if (!row) throw unknownRun(id);
  }

  #joined(runId: string) {
    return this.#db
      .selectFrom('samples')
      .leftJoin('outcomes', (join) =>
        join.onRef('outcomes.run_id', '=', 'samples.run_id').onRef('outcomes.sample_id', '=', 'samples.sample_id'),
      )
      .select(['samples.position', 'samples.sample', visibleOutcome.as('outcome')])
      .where('samples.run_id', '=', runId);
  }

  #commit(batch: readonly Recorded[]): Promise<readonly (Error | undefined)[]> {
    return this.#db.transaction().execute(async (tx) => {
      const refusals: (Error | undefined)[] = [];
      for (const { runId, outcome } of batch) refusals.push(await insertOutcome(tx, runId, outcome));
      return refusals;
    });
  }

  #runRecord(row: { readonly record: string; readonly status: string }): RunRecord {
    return { ...this.#parse<RunRecord>(row.record), status: row.status as RunStatus };
  }

  #ledgerRow(row: { readonly sample: PackedJson; readonly outcome: string | null }): LedgerRow {
    const sample = this.#parse<Sample | SkippedSample>(row.sample);
    return row.outcome === null ? { sample } : { sample, outcome: this.#parse<Outcome>(row.outcome) };
  }

  #parse<T>(json: PackedJson): T {
    try {
      return JSON.parse(unpackJson(json)) as T;
    } catch (cause) {
      throw new FathomError('storage', `The run ledger ${this.#path} holds a row that is no JSON.`, {
        fix: 'Restore it from a copy.',
        cause,
      });
    }
  }
}
