import { CompiledQuery, sql, type Transaction } from 'kysely';
import { PASSING_ERRORS, type Outcome } from '../core/index.ts';
import { alreadyRecorded, unknownRun, unknownSample } from './ledger-refusals.ts';
import type { LedgerTables } from './sqlite-schema.ts';

const IS_RETRYABLE = `json_extract(outcomes.outcome, '$.result.status') = 'error'
  AND json_extract(outcomes.outcome, '$.result.reason') IN (${PASSING_ERRORS.map((reason) => `'${reason}'`).join(', ')})`;

/** SQL for `isRetryable`. */
export const retryable = sql.raw<boolean>(IS_RETRYABLE);

/**
 * Written out: this runs once for every answer, and putting it together each time takes longer than running it. A new outcome's attempts come
 * on top of those of the failure that it replaces.
 */
const INSERT_OUTCOME = `
  INSERT INTO outcomes (run_id, sample_id, outcome)
  SELECT run_id, sample_id, ? FROM samples WHERE run_id = ? AND sample_id = ?
  ON CONFLICT (run_id, sample_id) DO UPDATE SET outcome = json_set(
    excluded.outcome, '$.attempts', json_extract(outcomes.outcome, '$.attempts') + json_extract(excluded.outcome, '$.attempts')
  ) WHERE ${IS_RETRYABLE}`;

/**
 * Records an outcome where there is none, or one that may pass. Answers a refusal instead of throwing it: one bad outcome must not take the
 * rest of its commit along.
 */
export async function insertOutcome(tx: Transaction<LedgerTables>, runId: string, outcome: Outcome): Promise<Error | undefined> {
  const insert = CompiledQuery.raw(INSERT_OUTCOME, [JSON.stringify(outcome), runId, outcome.sampleId]);
  const { numAffectedRows } = await tx.executeQuery(insert);
  return numAffectedRows === 0n ? explainRefusal(tx, runId, outcome) : undefined;
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
