import { sql, type Kysely } from 'kysely';
import type { Result, RunCounts, SamplePlace } from '../core/index.ts';
import { countResults } from './count-results.ts';
import { unknownRun } from './ledger-refusals.ts';
import { requireCounted } from './require-whole.ts';
import { OUTCOME_RESULT, type LedgerTables } from './sqlite-schema.ts';

const status = sql.raw<Result['status'] | null>(OUTCOME_RESULT.status);
const reason = sql.raw<string | null>(OUTCOME_RESULT.reason);
const value = sql.raw<number | null>(OUTCOME_RESULT.value);

/** Counts the results of a run out of an index; an outcome that cannot be read counts as an error. */
export async function countRows(db: Kysely<LedgerTables>, runId: string): Promise<RunCounts> {
  const { total } = await db
    .selectFrom('samples')
    .select((samples) => samples.fn.countAll<number>().as('total'))
    .where('run_id', '=', runId)
    .executeTakeFirstOrThrow();
  await requireCounted(db, runId, total);
  const groups = await db
    .selectFrom('outcomes')
    .select((outcomes) => [status.as('status'), reason.as('reason'), outcomes.fn.countAll<number>().as('count')])
    .select(sql<number>`total(${value})`.as('value'))
    .where('run_id', '=', runId)
    .where('reopened', '=', 0)
    .groupBy([status, reason])
    .execute();
  return countResults(
    total,
    groups.map((group) => ({ ...group, status: group.status ?? 'error', reason: group.reason ?? '' })),
  );
}

/** The revision of a run. Rejects with a FathomError (`missing`) for an unknown one. */
export async function runRevision(db: Kysely<LedgerTables>, runId: string): Promise<number> {
  const row = await db
    .selectFrom('runs')
    .innerJoin('revisions', 'revisions.run_id', 'runs.id')
    .select('revision')
    .where('runs.id', '=', runId)
    .executeTakeFirst();
  if (!row) throw unknownRun(runId);
  return row.revision;
}

/** The revision of all runs together, removed ones included: it never falls. */
export async function ledgerRevision(db: Kysely<LedgerTables>): Promise<number> {
  const { all } = await db
    .selectFrom('revisions')
    .select(sql<number>`coalesce(sum(revision), 0)`.as('all'))
    .executeTakeFirstOrThrow();
  return all;
}

/** Finds a sample in the plan of its run: all out of the indexes, no sample is read. */
export async function placeOfSample(db: Kysely<LedgerTables>, runId: string, sampleId: string): Promise<SamplePlace | undefined> {
  const inRun = db.selectFrom('samples').where('run_id', '=', runId);
  const found = await inRun.select('position').where('sample_id', '=', sampleId).executeTakeFirst();
  if (!found) return undefined;
  const { position } = found;
  const { total } = await inRun.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const beside = await inRun
    .select(['position', 'sample_id'])
    .where('position', 'in', [position - 1, position + 1])
    .execute();
  const idAt = (at: number) => beside.find((row) => row.position === at)?.sample_id;
  const [previous, next] = [idAt(position - 1), idAt(position + 1)];
  return { position, total, ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}
