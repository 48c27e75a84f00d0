import type { DatabaseSync } from 'node:sqlite';
import type { Kysely, Transaction } from 'kysely';
import { notDeleted, unknownRun } from './ledger-refusals.ts';
import { pragma } from './sqlite-file.ts';
import type { LedgerTables } from './sqlite-schema.ts';
import { sqliteCode } from './storage-error.ts';

/** Samples that are removed in one commit, and pages that the file gives back in one: a few milliseconds, in which nobody else can write. */
const SAMPLES_PER_STEP = 256;
const PAGES_PER_STEP = 512;

const SQLITE_BUSY = 5;

const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Removes a deleted run step by step. From the first step on there is no way back; where it breaks off, the next call goes on. */
export async function purgeRun(db: Kysely<LedgerTables>, id: string): Promise<void> {
  await beginPurge(db, id);
  while (await db.transaction().execute((tx) => removeSamples(tx, id))) await othersTurn();
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('batches').where('run_id', '=', id).execute();
    await tx.deleteFrom('runs').where('id', '=', id).execute();
  });
}

async function beginPurge(db: Kysely<LedgerTables>, id: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('runs')
    .set({ purging: 1 })
    .where('id', '=', id)
    .where('trashed_at', 'is not', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  const run = await db.selectFrom('runs').select('id').where('id', '=', id).executeTakeFirst();
  throw run ? notDeleted(id) : unknownRun(id);
}

/** Removes some samples with their outcomes; false when none was left. */
async function removeSamples(tx: Transaction<LedgerTables>, id: string): Promise<boolean> {
  const some = tx.selectFrom('samples').where('run_id', '=', id).orderBy('position').limit(SAMPLES_PER_STEP);
  await tx.deleteFrom('outcomes').where('run_id', '=', id).where('sample_id', 'in', some.select('sample_id')).execute();
  const { numDeletedRows } = await tx
    .deleteFrom('samples')
    .where('run_id', '=', id)
    .where('position', 'in', some.select('position'))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Gives the free pages of the file back to the disk, step by step, where the file was made for it. Others go first: a locked file stays as large as it is. */
export async function shrinkFile(db: Kysely<LedgerTables>, database: DatabaseSync): Promise<void> {
  try {
    for (let free = freePages(database); free > 0; await othersTurn()) {
      const before = free;
      await alone(db, () => database.exec(`PRAGMA incremental_vacuum(${PAGES_PER_STEP})`));
      free = freePages(database);
      if (free >= before) break;
    }
    // Only what is moved out of the write-ahead log makes the file smaller. Waits for nobody.
    await alone(db, () => database.exec('PRAGMA wal_checkpoint(PASSIVE)'));
  } catch (error) {
    if (sqliteCode(error) !== SQLITE_BUSY) throw error;
  }
}

const freePages = (database: DatabaseSync): number => Number(pragma(database, 'freelist_count'));

/** Runs work between the transactions of this connection, never inside one. */
const alone = (db: Kysely<LedgerTables>, work: () => void): Promise<void> => db.connection().execute(async () => work());
