import { CompiledQuery, sql, type Kysely, type Transaction } from 'kysely';
import {
  isRetryable,
  RETRYABLE_REASONS,
  SCORER_ERROR,
  type Outcome,
  type RunRecord,
  type Sample,
  type SkippedSample,
} from '../core/index.ts';
import { withFormerAttempts } from './former-attempts.ts';
import { alreadyRecorded, runDeleted, runExists, unknownRun, unknownSample } from './ledger-refusals.ts';
import { packJson } from './packed-json.ts';
import { skippedOutcome } from './skipped-outcome.ts';
import { OUTCOME_RESULT, type LedgerTables } from './sqlite-schema.ts';

// Written out: these two run once for every sample, and putting them together each time takes longer than running them.
const INSERT_SAMPLE = 'INSERT INTO samples (run_id, position, sample_id, sample) VALUES (?, ?, ?, ?)';
const INSERT_OUTCOME = `
  INSERT INTO outcomes (run_id, sample_id, outcome) SELECT run_id, sample_id, ? FROM samples WHERE run_id = ? AND sample_id = ?
  ON CONFLICT DO NOTHING`;

type Tx = Transaction<LedgerTables>;

/** Inserts a run with all its samples. */
export async function insertRun(tx: Tx, run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void> {
  const inserted = await tx
    .insertInto('runs')
    .values({ id: run.id, created_at: run.createdAt, status: run.status, record: JSON.stringify(run), samples: samples.length })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 0n) throw await explainTaken(tx, run.id);
  for (const [position, sample] of samples.entries()) {
    await tx.executeQuery(CompiledQuery.raw(INSERT_SAMPLE, [run.id, position, sample.id, packJson(JSON.stringify(sample))]));
    const outcome = skippedOutcome(run, sample);
    if (outcome) await insertOutcome(tx, run.id, outcome);
  }
}

/** Why an id is not free: its run is there, in the trash or not. */
export async function explainTaken(tx: Kysely<LedgerTables>, id: string): Promise<Error> {
  const run = await tx.selectFrom('runs').select('trashed_at').where('id', '=', id).executeTakeFirst();
  return run?.trashed_at == null ? runExists(id) : runDeleted(id);
}

/** Marks a run as running and gives the number of the session. */
export async function beginSession(db: Kysely<LedgerTables>, id: string): Promise<number> {
  const row = await db
    .updateTable('runs')
    .set((run) => ({ status: 'running', sessions: run('sessions', '+', 1) }))
    .where('id', '=', id)
    .where('trashed_at', 'is', null)
    .returning('sessions')
    .executeTakeFirst();
  if (row) return row.sessions;
  const run = await db.selectFrom('runs').select('id').where('id', '=', id).executeTakeFirst();
  throw run ? runDeleted(id) : unknownRun(id);
}

/** SQL for `isRetryable`. */
export const retryable = sql<boolean>`${sql.raw(OUTCOME_RESULT.status)} = 'error'
  and ${sql.raw(OUTCOME_RESULT.reason)} in (${sql.join(RETRYABLE_REASONS)})`;

/** Answers the refusal instead of throwing it: one bad outcome must not take the rest of its commit along. */
export async function insertOutcome(tx: Tx, runId: string, outcome: Outcome): Promise<Error | undefined> {
  const insert = CompiledQuery.raw(INSERT_OUTCOME, [JSON.stringify(outcome), runId, outcome.sampleId]);
  const { numAffectedRows } = await tx.executeQuery(insert);
  if (numAffectedRows !== 0n) return undefined;
  return replaceFailure(tx, runId, outcome);
}

/** Puts an outcome in the place of a failure that may pass or was reopened. */
async function replaceFailure(tx: Tx, runId: string, outcome: Outcome): Promise<Error | undefined> {
  const former = await tx
    .selectFrom('outcomes')
    .select(['outcome', 'reopened'])
    .where('run_id', '=', runId)
    .where('sample_id', '=', outcome.sampleId)
    .executeTakeFirst();
  if (!former) return explainRefusal(tx, runId, outcome);
  if (former.reopened === 0 && !isRetryable((JSON.parse(former.outcome) as Outcome).result)) return alreadyRecorded(runId, outcome);
  await tx
    .updateTable('outcomes')
    .set({ outcome: JSON.stringify(withFormerAttempts(outcome, former.outcome)), reopened: 0 })
    .where('run_id', '=', runId)
    .where('sample_id', '=', outcome.sampleId)
    .execute();
  return undefined;
}

async function explainRefusal(tx: Tx, runId: string, outcome: Outcome): Promise<Error> {
  const run = await tx.selectFrom('runs').select('id').where('id', '=', runId).executeTakeFirst();
  return run ? unknownSample(runId, outcome) : unknownRun(runId);
}

/** SQL for `isReopenable`. */
const reopenable = sql<boolean>`${sql.raw(OUTCOME_RESULT.status)} = 'error'
  and ${sql.raw(OUTCOME_RESULT.reason)} <> ${SCORER_ERROR}`;

/** Marks the failures of a run as pending, and the run as incomplete when there are any. Gives their number. */
export async function reopenFailures(tx: Tx, runId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('outcomes')
    .set({ reopened: 1 })
    .where('run_id', '=', runId)
    .where('reopened', '=', 0)
    .where(reopenable)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) {
    await tx.updateTable('runs').set({ status: 'incomplete' }).where('id', '=', runId).execute();
    return Number(numUpdatedRows);
  }
  const run = await tx.selectFrom('runs').select('id').where('id', '=', runId).executeTakeFirst();
  if (!run) throw unknownRun(runId);
  return 0;
}
