import type { Aggregate, Family, Json, Ledger, RunRecord, ScoredRow } from '../core/index.ts';
import {
  sampleScores,
  summarizeBaseline,
  summarizeRun,
  type Baseline,
  type RunSummary,
  type SampleScores,
  type ScoreSummary,
} from '../report/index.ts';
import { companionRuns, type CompanionRecord } from './companion-runs.ts';
import { PENDING, withFailures } from './with-failures.ts';
import { headlineInterval } from './headline-interval.ts';

/** The numbers of the families, the headline's interval among them. */
type Published = Pick<Parameters<typeof summarizeRun>[0], 'aggregates' | 'headlineInterval'>;

type Families = { readonly families: readonly Family[] };

/** Sums up a run from its rows, with the numbers that its families publish and its baselines, where there are any. */
export async function aggregateRun(ledger: Ledger, run: RunRecord, options: Families): Promise<RunSummary> {
  const published = await aggregatesOf(ledger, run, options);
  const { command } = run.options;
  const companions = await companionRuns(ledger, run.id);
  const beside = companions.length > 0 ? await sampleScores(ledger.rows(run.id)) : new Map();
  const baselines: Baseline[] = [];
  const baselineScores = new Map<string, readonly ScoreSummary[]>();
  for (const companion of companions) {
    const found = await baselineOf(companion, beside, { ledger, ...options });
    if (!found) continue;
    baselines.push(found.baseline);
    baselineScores.set(companion.name, found.scores);
  }
  return summarizeRun({
    run,
    rows: ledger.rows(run.id),
    ...published,
    baselines,
    baselineScores,
    ...(typeof command === 'string' && { command }),
  });
}

async function aggregatesOf(ledger: Ledger, run: RunRecord, { families }: Families): Promise<Published> {
  const rows: ScoredRow[] = [];
  for await (const { sample, outcome } of ledger.rows(run.id)) {
    rows.push({
      task: sample.task,
      cell: sample.cell,
      result: outcome?.result ?? { status: 'error', reason: PENDING, detail: 'not answered yet' },
      ...('group' in sample && sample.group !== undefined && { group: sample.group }),
      ...('cluster' in sample && sample.cluster !== undefined && { cluster: sample.cluster }),
    });
  }
  const ran = families.map((family) => ({ family, own: rows.filter((row) => family.tasks.some((task) => task.id === row.task)) }));
  const parts = ran.filter(({ own }) => own.length > 0);
  const taskOptions = run.options['tasks'] ?? {};
  const [first] = parts;
  return {
    aggregates: parts.flatMap(({ family, own }) => withFailures(family, own, taskOptions)),
    ...(first && { headlineInterval: headlineInterval(first.own, (changed) => headlineOf(first.family, changed, taskOptions)) }),
  };
}

function headlineOf(family: Family, rows: readonly ScoredRow[], options: Json): Aggregate | undefined {
  return family.headline === undefined ? family.aggregate(rows, options)[0] : family.headline(rows, options);
}

async function baselineOf(
  { name, record }: CompanionRecord,
  beside: SampleScores,
  { ledger, families }: Families & { readonly ledger: Ledger },
): Promise<{ readonly baseline: Baseline; readonly scores: readonly ScoreSummary[] } | undefined> {
  const summary = await summarizeRun({
    run: record,
    rows: ledger.rows(record.id),
    ...(await aggregatesOf(ledger, record, { families })),
  });
  const baseline = await summarizeBaseline({ name, run: record, rows: ledger.rows(record.id), summary, beside });
  return baseline && { baseline, scores: summary.scores };
}
