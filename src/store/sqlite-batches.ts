import { sql, type Kysely } from 'kysely';
import type { BatchRecord } from '../core/index.ts';
import type { LedgerTables } from './sqlite-schema.ts';

/** Writes a batch of a run; the row of the same label is replaced and keeps its place. */
export async function saveBatch(db: Kysely<LedgerTables>, runId: string, batch: BatchRecord): Promise<void> {
  const json = JSON.stringify(batch);
  await db
    .insertInto('batches')
    .values({ run_id: runId, label: batch.label, batch: json })
    .onConflict((conflict) => conflict.columns(['run_id', 'label']).doUpdateSet({ batch: json }))
    .execute();
}

/** The batches of a run, oldest first. */
export function batchRows(db: Kysely<LedgerTables>, runId: string): Promise<readonly { readonly batch: string }[]> {
  return db
    .selectFrom('batches')
    .select('batch')
    .where('run_id', '=', runId)
    .orderBy(sql`rowid`)
    .execute();
}
