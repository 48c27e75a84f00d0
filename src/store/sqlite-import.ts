import { sql, type Kysely, type Transaction } from 'kysely';
import type { LedgerRow, RunEntry, RunRecord } from '../core/index.ts';
import { runExists, unknownSample } from './ledger-refusals.ts';
import { packJson, type PackedJson } from './packed-json.ts';
import { skippedOutcome } from './skipped-outcome.ts';
import type { LedgerTables } from './sqlite-schema.ts';
import { explainTaken } from './sqlite-writes.ts';

const ROWS_PER_STAGING = 500;

/** A row of the temporary table in which runs wait until all of them are there. */
interface StagedRow {
  readonly import_id: string;
  readonly run_id: string;
  readonly position: number;
  readonly sample_id: string;
  readonly sample: PackedJson;
  readonly outcome: string | null;
}

type Tables = LedgerTables & { readonly staged_rows: StagedRow };

/**
 * Adds whole runs in one transaction. The rows are first collected in a temporary table of this connection (on the disk, not in memory):
 * the ledger is locked for the final copy alone, however slow the stream is, and the stream may read this same ledger.
 */
export async function importRuns(ledger: Kysely<LedgerTables>, entries: AsyncIterable<RunEntry>): Promise<void> {
  const db = ledger as unknown as Kysely<Tables>;
  const importId = crypto.randomUUID();
  await sql`CREATE TEMP TABLE IF NOT EXISTS staged_rows (
    import_id TEXT NOT NULL, run_id TEXT NOT NULL, position INTEGER NOT NULL, sample_id TEXT NOT NULL, sample TEXT NOT NULL, outcome TEXT,
    PRIMARY KEY (import_id, run_id, position))`.execute(db);
  try {
    const runs = await stage(db, importId, entries);
    if (runs.length > 0) await db.transaction().execute((tx) => publish(tx, importId, runs));
  } finally {
    await db.deleteFrom('staged_rows').where('import_id', '=', importId).execute();
  }
}

async function stage(db: Kysely<Tables>, importId: string, entries: AsyncIterable<RunEntry>): Promise<readonly RunRecord[]> {
  const runs: RunRecord[] = [];
  let position = 0;
  let rows: StagedRow[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await db.insertInto('staged_rows').values(rows).execute();
    rows = [];
  };
  for await (const entry of entries) {
    if ('run' in entry) {
      if (runs.some(({ id }) => id === entry.run.id)) throw runExists(entry.run.id);
      runs.push(entry.run);
      position = 0;
    } else rows.push(stagedRow(entry, { run: runs.at(-1)!, importId, position: position++ }));
    if (rows.length >= ROWS_PER_STAGING) await flush();
  }
  await flush();
  return runs;
}

interface Place {
  readonly run: RunRecord;
  readonly importId: string;
  readonly position: number;
}

function stagedRow({ sample, outcome }: LedgerRow, { run, importId, position }: Place): StagedRow {
  const known = outcome ?? skippedOutcome(run, sample);
  if (known && known.sampleId !== sample.id) throw unknownSample(run.id, known);
  return {
    import_id: importId,
    run_id: run.id,
    position,
    sample_id: sample.id,
    sample: packJson(JSON.stringify(sample)),
    outcome: known ? JSON.stringify(known) : null,
  };
}

async function publish(tx: Transaction<Tables>, importId: string, runs: readonly RunRecord[]): Promise<void> {
  for (const run of runs) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('runs')
      .values({ id: run.id, created_at: run.createdAt, status: run.status, record: JSON.stringify(run) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) throw await explainTaken(tx as unknown as Kysely<LedgerTables>, run.id);
  }
  const staged = tx.selectFrom('staged_rows').where('import_id', '=', importId);
  await tx
    .insertInto('samples')
    .columns(['run_id', 'position', 'sample_id', 'sample'])
    .expression(staged.select(['run_id', 'position', 'sample_id', 'sample']).orderBy('run_id').orderBy('position'))
    .execute();
  for (const { id } of runs) await countSamples(tx, id);
  await tx
    .insertInto('outcomes')
    .columns(['run_id', 'sample_id', 'outcome'])
    .expression(staged.where('outcome', 'is not', null).select(['run_id', 'sample_id', 'outcome']).$castTo<OutcomeRow>())
    .execute();
}

async function countSamples(tx: Transaction<Tables>, id: string): Promise<void> {
  const samples = tx
    .selectFrom('samples')
    .select((row) => row.fn.countAll<number>().as('samples'))
    .where('run_id', '=', id);
  await tx.updateTable('runs').set({ samples }).where('id', '=', id).execute();
}

interface OutcomeRow {
  readonly run_id: string;
  readonly sample_id: string;
  readonly outcome: string;
}
