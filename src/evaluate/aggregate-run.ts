import type { Aggregate, Family, Json, Ledger, LedgerRow, RunRecord, ScoredRow } from '../core/index.ts';
import {
  chanceOf,
  resultRow,
  sampleScores,
  summarizeBaseline,
  summarizeRun,
  taskFacts,
  type Baseline,
  type Published,
  type ResultRow,
  type RunSummary,
} from '../report/index.ts';
import { companionRuns } from './companion-runs.ts';
import { PENDING, withFailures } from './with-failures.ts';
import { headlineInterval } from './headline-interval.ts';

type Families = { readonly families: readonly Family[] };

/** A baseline with all that was read of it. */
interface ReadBaseline {
  readonly name: string;
  readonly record: RunRecord;
  readonly rows: readonly ResultRow[];
  readonly summary: RunSummary;
}

/**
 * Sums up a run from its rows, with the numbers that its families publish and its baselines, where there are any. The rows of each are read once, and
 * none is kept whole.
 */
export async function aggregateRun(ledger: Ledger, run: RunRecord, { families }: Families): Promise<RunSummary> {
  const { command } = run.options;
  const beside: ReadBaseline[] = [];
  for (const { name, record } of await companionRuns(ledger, run.id)) {
    const rows: ResultRow[] = [];
    const summary = await summarizeRun({
      run: record,
      rows: noting(ledger.rows(record.id), rows),
      published: () => publishedOf(rows, record, { families }),
    });
    beside.push({ name, record, rows, summary });
  }
  const rows: ResultRow[] = [];
  const facts = taskFacts(families.flatMap((family) => family.tasks).filter(({ id }) => run.tasks.includes(id)));
  return summarizeRun({
    run,
    rows: noting(ledger.rows(run.id), rows),
    published: () => publishedOf(rows, run, { families }),
    taskFacts: facts,
    baselines: () => baselinesOf(beside, { rows, facts }),
    baselineScores: new Map(beside.filter(hasScores).map(({ name, summary }) => [name, summary.scores])),
    ...(typeof command === 'string' && { command }),
  });
}

const hasScores = ({ summary }: ReadBaseline): boolean => summary.scores.some(({ mean }) => mean !== null);

/** Hands rows on and keeps what results need of them. */
async function* noting(rows: AsyncIterable<LedgerRow>, into: ResultRow[]): AsyncGenerator<LedgerRow> {
  for await (const row of rows) {
    into.push(resultRow(row));
    yield row;
  }
}

function publishedOf(results: readonly ResultRow[], run: RunRecord, { families }: Families): Published {
  const rows = results.map(scoredRow);
  const ran = families.map((family) => ({ family, own: rows.filter((row) => family.tasks.some((task) => task.id === row.task)) }));
  const parts = ran.filter(({ own }) => own.length > 0);
  const taskOptions = run.options['tasks'] ?? {};
  const [first] = parts;
  return {
    aggregates: parts.flatMap(({ family, own }) => withFailures(family, own, taskOptions)),
    ...(first && { headlineInterval: headlineInterval(first.own, (changed) => headlineOf(first.family, changed, taskOptions)) }),
  };
}

function scoredRow({ task, cell, group, cluster, result }: ResultRow): ScoredRow {
  return {
    task,
    cell,
    ...(group !== undefined && { group }),
    ...(cluster !== undefined && { cluster }),
    result: result ?? { status: 'error', reason: PENDING, detail: 'not answered yet' },
  };
}

function headlineOf(family: Family, rows: readonly ScoredRow[], options: Json): Aggregate | undefined {
  return family.headline === undefined ? family.aggregate(rows, options)[0] : family.headline(rows, options);
}

function baselinesOf(
  beside: readonly ReadBaseline[],
  { rows, facts }: { readonly rows: readonly ResultRow[]; readonly facts: RunSummary['taskFacts'] },
): readonly Baseline[] {
  if (beside.length === 0) return [];
  const scores = sampleScores(rows);
  return beside.flatMap(
    ({ name, record, rows: own, summary }) =>
      summarizeBaseline({ name, run: record, rows: own, summary, beside: scores, chanceOf: chanceOf(facts) }) ?? [],
  );
}
