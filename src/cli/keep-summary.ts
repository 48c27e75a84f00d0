import type { Family, Ledger, RunRecord } from '../core/index.ts';
import { aggregateRun } from '../evaluate/index.ts';
import type { RunSummary } from '../report/index.ts';
import { runRevision } from './run-revision.ts';
import { createSummaryStore } from './summary-store.ts';

/** Summarizes a run and keeps that in the folder of its ledger, so that the dashboard opens it at once. */
export async function keepSummary(
  ledger: Ledger,
  record: RunRecord,
  { folder, families }: { readonly folder: string; readonly families: readonly Family[] },
): Promise<RunSummary> {
  const revision = await runRevision(ledger, record.id);
  const summary = await aggregateRun(ledger, record, { families });
  createSummaryStore(folder).write(record.id, revision, summary);
  return summary;
}
