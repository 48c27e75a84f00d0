import { sql, type Transaction } from 'kysely';
import { isRetryable, PASSING_ERRORS, SCORER_ERROR, type Outcome, type RunRecord, type Sample, type SkippedSample } from '../core/index.ts';
import { withFormerAttempts } from './former-attempts.ts';
import { alreadyRecorded, runExists, unknownRun, unknownSample } from './ledger-refusals.ts';
import { skippedOutcome } from './skipped-outcome.ts';
import type { LedgerTables } from './sqlite-schema.ts';

/** Far below SQLite's 32,766 parameters a statement. */
const ROWS_PER_INSERT = 500;

type Tx = Transaction<LedgerTables>;

/** Inserts a run with all its samples. */
export async function insertRun(tx: Tx, run: RunRecord, samples: readonly (Sample | SkippedSample)[]): Promise<void> {
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
  tx: Tx,
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
export const retryable = sql<boolean>`json_extract(outcomes.outcome, '$.result.status') = 'error'
  and json_extract(outcomes.outcome, '$.result.reason') in (${sql.join(PASSING_ERRORS)})`;

/** Answers the refusal instead of throwing it: one bad outcome must not take the rest of its commit along. */
export async function insertOutcome(tx: Tx, runId: string, outcome: Outcome): Promise<Error | undefined> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('outcomes')
    .columns(['run_id', 'sample_id', 'outcome'])
    .expression((eb) =>
      eb
        .selectFrom('samples')
        .select((select) => ['run_id', 'sample_id', select.val(JSON.stringify(outcome)).as('outcome')])
        .where('run_id', '=', runId)
        .where('sample_id', '=', outcome.sampleId),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 0n) return undefined;
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
const reopenable = sql<boolean>`json_extract(outcome, '$.result.status') = 'error'
  and json_extract(outcome, '$.result.reason') <> ${SCORER_ERROR}`;

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
