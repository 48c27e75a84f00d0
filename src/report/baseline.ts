import type { LedgerRow, RunRecord } from '../core/index.ts';
import { pairedComparison, wilson } from '../stats/index.ts';
import { baselineFlag } from './baseline-flag.ts';
import type { Baseline, BaselineTask, RunSummary } from './run-summary.ts';

/** A sample's task and score; null without one. */
export interface SampleScore {
  readonly task: string;
  readonly value: number | null;
}

/** The scores of a run by sample id, in plan order. */
export type SampleScores = ReadonlyMap<string, SampleScore>;

/** A run that answered the samples of another one in another way. */
export interface BaselineMaterial {
  /** `lexical`, `retrieval`, … */
  readonly name: string;
  readonly run: RunRecord;
  readonly rows: Iterable<LedgerRow> | AsyncIterable<LedgerRow>;
  /** Its headline, as the family sums it up, and its cost. */
  readonly summary: Pick<RunSummary, 'overall' | 'usage'>;
  /** The scores of the run that it stands beside. */
  readonly beside: SampleScores;
}

/** Reads the scores of a run. */
export async function sampleScores(rows: BaselineMaterial['rows']): Promise<SampleScores> {
  const scores = new Map<string, SampleScore>();
  for await (const { sample, outcome } of rows) {
    scores.set(sample.id, { task: sample.task, value: outcome?.result.status === 'ok' ? outcome.result.score.value : null });
  }
  return scores;
}

/** Sets a baseline beside a run, task by task and sample by sample. Undefined when it has no outcome yet. */
export async function summarizeBaseline({ name, run, rows, summary, beside }: BaselineMaterial): Promise<Baseline | undefined> {
  const tasks = new Map<string, TaskPairs>();
  let begun = false;
  for await (const { sample, outcome } of rows) {
    const own = beside.get(sample.id);
    const pairs: TaskPairs = tasks.get(sample.task) ?? { pairs: [], skipped: new Map() };
    tasks.set(sample.task, pairs);
    begun ||= outcome !== undefined && !('skipped' in sample);
    if (outcome?.result.status === 'skipped') addSkip(pairs, outcome.result);
    else pairs.pairs.push({ before: outcome?.result.status === 'ok' ? outcome.result.score.value : null, after: own?.value ?? null });
  }
  const rowsOf = [...tasks].map(([task, pairs]) => taskRow(name, task, pairs));
  const allSkipped = rowsOf.every((row) => row.missing === 0 && row.n === 0);
  if (!begun && !allSkipped) return undefined;
  const { mean, low, high, n, missing } = summary.overall;
  const { id, model, strategy } = run;
  return { name, mean, low, high, n, missing, run: id, model, strategy, usage: summary.usage, tasks: rowsOf };
}

interface TaskPairs {
  readonly pairs: { readonly before: number | null; readonly after: number | null }[];
  readonly skipped: Map<string, { readonly reason: string; readonly detail: string; count: number }>;
}

function addSkip({ skipped }: TaskPairs, { reason, detail }: { readonly reason: string; readonly detail: string }): void {
  const known = skipped.get(reason) ?? { reason, detail, count: 0 };
  known.count++;
  skipped.set(reason, known);
}

function taskRow(name: string, task: string, { pairs, skipped }: TaskPairs): BaselineTask {
  const { n, missing, before: mean, after: beside, difference, low, high, p } = pairedComparison(pairs);
  const row = {
    task,
    n,
    missing,
    skipped: [...skipped.values()],
    mean,
    ...wilson(mean, n),
    beside,
    difference,
    differenceLow: low,
    differenceHigh: high,
    p,
  };
  return { ...row, flag: baselineFlag(name, row) };
}
