import { sql, type Transaction } from 'kysely';
import { PASSING_ERRORS, type Outcome } from '../core/index.ts';
import { alreadyRecorded, unknownRun, unknownSample } from './ledger-refusals.ts';
import type { LedgerTables } from './sqlite-schema.ts';

/** SQL for `isRetryable`. */
export const retryable = sql<boolean>`json_extract(outcomes.outcome, '$.result.status') = 'error'
  and json_extract(outcomes.outcome, '$.result.reason') in (${sql.join(PASSING_ERRORS)})`;

const attemptsOf = (table: 'outcomes' | 'excluded') => sql`json_extract(${sql.ref(`${table}.outcome`)}, '$.attempts')`;

/** The new outcome, whose attempts come on top of those of the failure that it replaces. */
const withEarlierAttempts = sql<string>`json_set(excluded.outcome, '$.attempts', ${attemptsOf('outcomes')} + ${attemptsOf('excluded')})`;

/**
 * Records an outcome where there is none, or one that may pass. Answers a refusal instead of throwing it: one bad outcome must not take the
 * rest of its commit along.
 */
export async function insertOutcome(tx: Transaction<LedgerTables>, runId: string, outcome: Outcome): Promise<Error | undefined> {
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
    .onConflict((conflict) => conflict.columns(['run_id', 'sample_id']).doUpdateSet({ outcome: withEarlierAttempts }).where(retryable))
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
