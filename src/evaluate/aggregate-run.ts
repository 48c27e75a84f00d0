import type { Aggregate, Family, Json, Ledger, RunRecord, ScoredRow } from '../core/index.ts';
import { summarizeRun, type Baseline, type RunSummary } from '../report/index.ts';
import { floorId } from './floor-id.ts';
import { headlineInterval } from './headline-interval.ts';

/** Sums up a run from its rows, with the numbers that its families publish and its floor, where there is one. */
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
  const ran = options.families.map((family) => ({ family, own: rows.filter((row) => family.tasks.some((task) => task.id === row.task)) }));
  const parts = ran.filter(({ own }) => own.length > 0);
  const taskOptions = run.options['tasks'] ?? {};
  const aggregates = parts.flatMap(({ family, own }) => family.aggregate(own, taskOptions));
  const [first] = parts;
  const headline = first && { headlineInterval: headlineInterval(first.own, (changed) => headlineOf(first.family, changed, taskOptions)) };
  const { command } = run.options;
  const floor = await ledger.run(floorId(run.id));
  const baselines = floor ? [await baselineOf(ledger, floor, options)] : [];
  return summarizeRun({
    run,
    rows: ledger.rows(run.id),
    aggregates,
    ...headline,
    baselines,
    ...(typeof command === 'string' && { command }),
  });
}

function headlineOf(family: Family, rows: readonly ScoredRow[], options: Json): Aggregate | undefined {
  return family.headline === undefined ? family.aggregate(rows, options)[0] : family.headline(rows, options);
}

/** A run as a line under the headline of another one. */
async function baselineOf(ledger: Ledger, floor: RunRecord, options: { readonly families: readonly Family[] }): Promise<Baseline> {
  const { overall } = await aggregateRun(ledger, floor, options);
  const { mean, low, high, n, missing } = overall;
  return { name: 'lexical', mean, low, high, n, missing };
}
