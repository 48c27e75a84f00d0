import assert from 'node:assert/strict';
import { FathomError, type FathomErrorCode, type Ledger, type LedgerRow, type Sample } from '../core/index.ts';
import { exampleSample } from './ledger-examples.ts';

/** All rows of a run. */
export async function allRows(ledger: Ledger, runId: string): Promise<readonly LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const row of ledger.rows(runId)) rows.push(row);
  return rows;
}

/** Fails unless the work rejects with a FathomError of this code. */
export async function rejectsWith(code: FathomErrorCode, work: Promise<unknown>): Promise<void> {
  await assert.rejects(work, (error) => error instanceof FathomError && error.code === code);
}

/** Samples `prefix/0` … */
export function named(prefix: string, count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, i) => exampleSample(`${prefix}/${i}`));
}
