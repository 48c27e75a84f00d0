import { sql, type Kysely, type Transaction } from 'kysely';
import { runHalfRemoved, unknownRun } from './ledger-refusals.ts';
import type { LedgerTables } from './sqlite-schema.ts';

type Tx = Transaction<LedgerTables>;

/** Marks runs as deleted. */
export async function trashRuns(tx: Tx, ids: readonly string[], at: string): Promise<void> {
  for (const id of ids) {
    const { numUpdatedRows } = await tx
      .updateTable('runs')
      .set({ trashed_at: sql`coalesce(trashed_at, ${at})` })
      .where('id', '=', id)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw unknownRun(id);
  }
}

/** Takes the mark away. */
export async function restoreRuns(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { numUpdatedRows } = await tx
      .updateTable('runs')
      .set({ trashed_at: null })
      .where('id', '=', id)
      .where('purging', '=', 0)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) continue;
    const run = await tx.selectFrom('runs').select('id').where('id', '=', id).executeTakeFirst();
    throw run ? runHalfRemoved(id) : unknownRun(id);
  }
}

/** The deleted runs, last deleted first. */
export function trashedRows(db: Kysely<LedgerTables>) {
  return db
    .selectFrom('runs')
    .select(['record', 'status', 'purging'])
    .select((run) => run.ref('trashed_at').$notNull().as('trashed_at'))
    .where('trashed_at', 'is not', null)
    .orderBy('trashed_at', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
