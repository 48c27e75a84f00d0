import type { Ledger, LedgerRow, Outcome } from '../../core/index.ts';
import { UNNEEDED } from './search-outcome.ts';

/** Final failures of a search: they may have passed, but the search was decided without them. */
const GAVE_UP = 'gave-up';

/**
 * Completes the run of a decided search: what was never asked is recorded as skipped (`unneeded`), what failed in a way that may pass as a
 * final error (`gave-up`) that keeps its reason. Broken off, it can be called again.
 */
export async function closeSearch(ledger: Ledger, runId: string, now: Date): Promise<void> {
  const pending = await ledger.pending(runId);
  const rows = await Promise.all(pending.map(({ id }) => ledger.row(runId, id)));
  await Promise.all(rows.flatMap((row) => (row ? [ledger.record(runId, closing(row, now))] : [])));
  await ledger.setStatus(runId, 'complete');
}

function closing({ sample, outcome }: LedgerRow, now: Date): Outcome {
  if (outcome && outcome.result.status !== 'ok') {
    const { reason, detail } = outcome.result;
    // The ledger adds the attempts of what is replaced.
    return { ...outcome, attempts: 0, result: { status: 'error', reason: GAVE_UP, detail: `${reason}: ${detail}` } };
  }
  return {
    sampleId: sample.id,
    result: { status: 'skipped', reason: UNNEEDED, detail: 'the search was decided without it' },
    calls: [],
    attempts: 0,
    cached: false,
    recordedAt: now.toISOString(),
  };
}
