import type { Ledger, RunRecord, ScoredRow } from '../core/index.ts';
import { summarizeRun, type RunSummary } from '../report/index.ts';
import { findTasks } from './wire.ts';

/** Sums up a run from its rows, with the numbers its families publish. */
export async function summaryOf(ledger: Ledger, run: RunRecord, command?: string): Promise<RunSummary> {
  const { families } = await findTasks(run.tasks);
  const rows: ScoredRow[] = [];
  for await (const { sample, outcome } of ledger.rows(run.id)) {
    const result = outcome?.result ?? ({ status: 'error', reason: 'pending', detail: 'not answered yet' } as const);
    rows.push({
      task: sample.task,
      cell: sample.cell,
      result,
      ...('group' in sample && sample.group !== undefined && { group: sample.group }),
      ...('cluster' in sample && sample.cluster !== undefined && { cluster: sample.cluster }),
    });
  }
  const aggregates = families.flatMap((family) =>
    family.aggregate(
      rows.filter((row) => family.tasks.some((task) => task.id === row.task)),
      run.options['tasks'] ?? {},
    ),
  );
  return summarizeRun({ run, rows: ledger.rows(run.id), aggregates, ...(command !== undefined && { command }) });
}
