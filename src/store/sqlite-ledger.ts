import type { DatabaseSync } from 'node:sqlite';
import { Kysely, sql, type Transaction } from 'kysely';
import {
  FathomError,
  PASSING_ERRORS,
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
import { createCommitQueue } from './commit-queue.ts';
import { alreadyRecorded, ledgerClosed, runExists, unknownRun, unknownSample } from './ledger-refusals.ts';
import { skippedOutcome } from './skipped-outcome.ts';
import { batchRows, saveBatch } from './sqlite-batches.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import type { LedgerTables } from './sqlite-schema.ts';
import { storageError } from './storage-error.ts';

const ROWS_PER_PAGE = 256;
/** Far below SQLite's 32,766 parameters a statement. */
const ROWS_PER_INSERT = 500;

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
      const row = await this.#db.selectFrom('runs').selectAll().where('id', '=', id).executeTakeFirst();
      return row && this.#runRecord(row);
    });
  }

  runs(): Promise<readonly RunRecord[]> {
    return this.#guard(async () => {
      const rows = await this.#db.selectFrom('runs').selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
      return rows.map((row) => this.#runRecord(row));
    });
  }

  setStatus(id: string, status: RunStatus): Promise<void> {
    return this.#guard(async () => {
      const { numUpdatedRows } = await this.#db.updateTable('runs').set({ status }).where('id', '=', id).executeTakeFirst();
      if (numUpdatedRows === 0n) throw unknownRun(id);
    });
  }

  pending(id: string): Promise<readonly Sample[]> {
    return this.#guard(async () => {
      await this.#requireRun(id);
      const rows = await this.#joined(id)
        .where((where) => where.or([where('outcomes.outcome', 'is', null), retryable]))
        .orderBy('samples.position')
        .execute();
      return rows.map((row) => this.#parse<Sample>(row.sample));
    });
  }

  record(id: string, outcome: Outcome): Promise<void> {
    return this.#guard(() => this.#outcomes.add({ runId: id, outcome }));
  }

  async *rows(id: string): AsyncGenerator<LedgerRow> {
    await this.#guard(() => this.#requireRun(id));
    for (let after = -1; ;) {
      const from = after;
      const page = await this.#guard(() =>
        this.#joined(id).where('samples.position', '>', from).orderBy('samples.position').limit(ROWS_PER_PAGE).execute(),
      );
      for (const row of page) yield this.#ledgerRow(row);
      const last = page.at(-1);
      if (!last || page.length < ROWS_PER_PAGE) return;
      after = last.position;
    }
  }

  row(id: string, sampleId: string): Promise<LedgerRow | undefined> {
    return this.#guard(async () => {
      const row = await this.#joined(id).where('samples.sample_id', '=', sampleId).executeTakeFirst();
      return row && this.#ledgerRow(row);
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
      throw storageError(error, this.#path);
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
      .select(['samples.position', 'samples.sample', 'outcomes.outcome'])
      .where('samples.run_id', '=', runId);
  }

  #commit(batch: readonly Recorded[]): Promise<readonly (Error | undefined)[]> {
    return this.#db.transaction().execute(async (tx) => {
      const refusals: (Error | undefined)[] = [];
      for (const { runId, outcome } of batch) refusals.push(await insertOutcome(tx, runId, outcome));
      return refusals;
    });
  }

  #runRecord(row: LedgerTables['runs']): RunRecord {
    return { ...this.#parse<RunRecord>(row.record), status: row.status as RunStatus };
  }

  #ledgerRow(row: { readonly sample: string; readonly outcome: string | null }): LedgerRow {
    const sample = this.#parse<Sample | SkippedSample>(row.sample);
    return row.outcome === null ? { sample } : { sample, outcome: this.#parse<Outcome>(row.outcome) };
  }

  #parse<T>(json: string): T {
    try {
      return JSON.parse(json) as T;
    } catch (cause) {
      throw new FathomError('storage', `The run ledger ${this.#path} holds a row that is no JSON.`, {
        fix: 'Restore it from a copy.',
        cause,
      });
    }
  }
}

async function insertRun(tx: Transaction<LedgerTables>, run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void> {
  const inserted = await tx
    .insertInto('runs')
    .values({ id: run.id, created_at: run.createdAt, status: run.status, record: JSON.stringify(run) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) throw runExists(run.id);
  for (let from = 0; from < samples.length; from += ROWS_PER_INSERT) {
    await insertSamples(tx, run, { from, samples: samples.slice(from, from + ROWS_PER_INSERT) });
  }
}

async function insertSamples(
  tx: Transaction<LedgerTables>,
  run: RunRecord,
  { from, samples }: { readonly from: number; readonly samples: readonly (Sample | SkippedSample)[] },
): Promise<void> {
  const rows = samples.map((sample, i) => ({ run_id: run.id, position: from + i, sample_id: sample.id, sample: JSON.stringify(sample) }));
  await tx.insertInto('samples').values(rows).execute();
  const outcomes = samples
    .map((sample) => skippedOutcome(run, sample))
    .filter((outcome) => outcome !== undefined)
    .map((outcome) => ({ run_id: run.id, sample_id: outcome.sampleId, outcome: JSON.stringify(outcome) }));
  if (outcomes.length > 0) await tx.insertInto('outcomes').values(outcomes).execute();
}

/** SQL for `isRetryable`. */
const retryable = sql<boolean>`json_extract(outcomes.outcome, '$.result.status') = 'error'
  and json_extract(outcomes.outcome, '$.result.reason') in (${sql.join(PASSING_ERRORS)})`;

/** Answers the refusal instead of throwing it: one bad outcome must not take the rest of its commit along. */
async function insertOutcome(tx: Transaction<LedgerTables>, runId: string, outcome: Outcome): Promise<Error | undefined> {
  const json = JSON.stringify(outcome);
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('outcomes')
    .columns(['run_id', 'sample_id', 'outcome'])
    .expression((eb) =>
      eb
        .selectFrom('samples')
        .select((select) => ['run_id', 'sample_id', select.val(json).as('outcome')])
        .where('run_id', '=', runId)
        .where('sample_id', '=', outcome.sampleId),
    )
    .onConflict((conflict) => conflict.columns(['run_id', 'sample_id']).doUpdateSet({ outcome: json }).where(retryable))
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 0n) return undefined;
  return explainRefusal(tx, runId, outcome);
}

async function explainRefusal(tx: Transaction<LedgerTables>, runId: string, outcome: Outcome): Promise<Error> {
  const run = await tx.selectFrom('runs').select('id').where('id', '=', runId).executeTakeFirst();
  if (!run) return unknownRun(runId);
  const sample = await tx
    .selectFrom('samples')
    .select('sample_id')
    .where('run_id', '=', runId)
    .where('sample_id', '=', outcome.sampleId)
    .executeTakeFirst();
  return sample ? alreadyRecorded(runId, outcome) : unknownSample(runId, outcome);
}
