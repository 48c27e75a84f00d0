import type { Family, Ledger, RunRecord, ScoredRow } from '../core/index.ts';
import { summarizeRun, type RunSummary } from '../report/index.ts';

/** Sums up a run from its rows, with the numbers that its families publish. */
export async function aggregateRun(ledger: Ledger, run: RunRecord, options: { readonly families: readonly Family[] }): Promise<RunSummary> {
  const rows: ScoredRow[] = [];
  for await (const { sample, outcome } of ledger.rows(run.id)) {
    rows.push({
      task: sample.task,
      cell: sample.cell,
      result: outcome?.result ?? { status: 'error', reason: 'pending', detail: 'not answered yet' },
      ...('group' in sample && sample.group !== undefined && { group: sample.group }),
      ...('cluster' in sample && sample.cluster !== undefined && { cluster: sample.cluster }),
    });
  }
  const aggregates = options.families.flatMap((family) => {
    const own = rows.filter((row) => family.tasks.some((task) => task.id === row.task));
    return own.length > 0 ? family.aggregate(own, run.options['tasks'] ?? {}) : [];
  });
  const { command } = run.options;
  return summarizeRun({ run, rows: ledger.rows(run.id), aggregates, ...(typeof command === 'string' && { command }) });
}
