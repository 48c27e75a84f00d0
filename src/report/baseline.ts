import type { Cell, LedgerRow, Result, RunRecord } from '../core/index.ts';
import { pairedComparison, wilson } from '../stats/index.ts';
import { baselineFlag } from './baseline-flag.ts';
import type { Baseline, BaselineTask, RunSummary } from './run-summary.ts';

/** What is kept of a ledger row that was read: neither its prompt nor its answer. */
export interface ResultRow {
  readonly id: string;
  readonly task: string;
  readonly cell: Cell;
  readonly group?: string;
  readonly cluster?: string;
  /** False for a cell that could not be built. */
  readonly built: boolean;
  /** Absent while the sample is pending. */
  readonly result?: Result;
}

/** The part of a row that results are worked out from. */
export function resultRow({ sample, outcome }: LedgerRow): ResultRow {
  const { id, task, cell } = sample;
  const shared =
    'skipped' in sample
      ? {}
      : { ...(sample.group !== undefined && { group: sample.group }), ...(sample.cluster !== undefined && { cluster: sample.cluster }) };
  return { id, task, cell, ...shared, built: !('skipped' in sample), ...(outcome && { result: outcome.result }) };
}

/** Scores by sample id; null without one. */
export type SampleScores = ReadonlyMap<string, number | null>;

/** A run that answered the samples of another one in another way. */
export interface BaselineMaterial {
  /** `lexical`, `retrieval`, … */
  readonly name: string;
  readonly run: RunRecord;
  readonly rows: Iterable<ResultRow>;
  /** Its headline, as the family sums it up, and its cost. */
  readonly summary: Pick<RunSummary, 'overall' | 'usage'>;
  /** The scores of the run that it stands beside. */
  readonly beside: SampleScores;
  /** The score of choosing blindly in a task, 0–1. Default: 0. */
  readonly chanceOf?: (task: string) => number;
}

/** The scores of a run. */
export function sampleScores(rows: Iterable<ResultRow>): SampleScores {
  return new Map([...rows].map(({ id, result }) => [id, scoreOf(result)]));
}

const scoreOf = (result: Result | undefined): number | null => (result?.status === 'ok' ? result.score.value : null);

/** Sets a baseline beside a run, task by task and sample by sample. Undefined when it has no outcome yet. */
export function summarizeBaseline({ name, run, rows, summary, beside, chanceOf = () => 0 }: BaselineMaterial): Baseline | undefined {
  const tasks = new Map<string, TaskPairs>();
  let begun = false;
  for (const { id, task, built, result } of rows) {
    const pairs: TaskPairs = tasks.get(task) ?? { pairs: [], skipped: new Map() };
    tasks.set(task, pairs);
    begun ||= result !== undefined && built;
    if (result?.status === 'skipped') addSkip(pairs, result);
    else pairs.pairs.push({ before: scoreOf(result), after: beside.get(id) ?? null });
  }
  const rowsOf = [...tasks].map(([task, pairs]) => taskRow(name, task, { ...pairs, chance: chanceOf(task) }));
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

function taskRow(name: string, task: string, { pairs, skipped, chance }: TaskPairs & { readonly chance: number }): BaselineTask {
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
  return { ...row, flag: baselineFlag(name, row, { chance }) };
}
