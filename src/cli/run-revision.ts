import type { Ledger } from '../core/index.ts';
import { companionRuns } from '../evaluate/index.ts';

/** Changes with every change of these runs: a run and the baselines beside it. */
export async function revisionOf(ledger: Ledger, ids: readonly string[]): Promise<string> {
  return (await Promise.all(ids.map((id) => ledger.revision(id)))).join('.');
}

/** Changes with every change of a run or of its baselines. */
export async function runRevision(ledger: Ledger, runId: string): Promise<string> {
  const companions = await companionRuns(ledger, runId);
  return revisionOf(ledger, [runId, ...companions.map(({ record }) => record.id)]);
}
