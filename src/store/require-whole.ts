import type { Kysely } from 'kysely';
import { FathomError } from '../core/index.ts';
import { unknownRun } from './ledger-refusals.ts';
import type { LedgerTables } from './sqlite-schema.ts';

/**
 * Refuses a reading of a run that is not all of it: the run was removed meanwhile (`missing`), or the file gives another number of samples than it
 * was made with (`storage`): a damaged page can lose rows without SQLite seeing it.
 */
export async function requireWhole(db: Kysely<LedgerTables>, id: string, found: number): Promise<void> {
  const run = await runRow(db, id);
  if (!run || run.purging === 1) throw unknownRun(id);
  requireAll(id, run.samples, found);
}

/** The same for a count, which may be of a run that is being removed. */
export async function requireCounted(db: Kysely<LedgerTables>, id: string, found: number): Promise<void> {
  const run = await runRow(db, id);
  if (run?.purging === 0) requireAll(id, run.samples, found);
}

function runRow(db: Kysely<LedgerTables>, id: string) {
  return db.selectFrom('runs').select(['samples', 'purging']).where('id', '=', id).executeTakeFirst();
}

function requireAll(id: string, made: number, found: number): void {
  if (made === found) return;
  throw new FathomError('storage', `The run ledger is damaged: run ${id} has ${made} samples, and ${found} of them can be read.`, {
    fix: 'Restore it from a copy, or move it away and start a new one.',
  });
}
