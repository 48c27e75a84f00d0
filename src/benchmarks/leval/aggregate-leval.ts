import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { LEVAL_TASKS } from './tasks.ts';

/**
 * The paper's closed-ended mean (of the exam tasks, each weighing the same) as the headline where there are any, else the mean of the others; then
 * every task, with the numbers beside its headline. All 0–1. Questions left to a judge are no part of it.
 */
export function aggregateLeval(rows: readonly ScoredRow[]): Aggregate[] {
  const ran = LEVAL_TASKS.map((task) => ({ task, own: rows.filter((row) => row.task === `leval/${task.id}`) })).filter(
    ({ own }) => own.length > 0,
  );
  const closed = ran.filter(({ task }) => task.evaluation === 'exam');
  const headline = closed.length > 0 ? closed : ran;
  const label = closed.length > 0 ? 'Mean of the closed-ended tasks' : 'Mean of the open-ended tasks';
  return [
    macroMean(
      label,
      headline.map(({ own }) => own),
    ),
    ...ran.flatMap(({ task, own }) => [
      mean(task.id, `${task.id} (${task.evaluation === 'rouge' ? 'rougeL' : task.evaluation})`, { rows: own, valueOf: wholeOf }),
      ...beside(task.id, own),
    ]),
  ];
}

function beside(task: string, rows: readonly ScoredRow[]): Aggregate[] {
  const names = [...new Set(rows.flatMap((row) => partsOf(row).map(({ metric }) => metric!)))];
  const parts = names.map((name) =>
    mean(`${task}/${name}`, `${task}: ${name}`, { rows, valueOf: (row) => partsOf(row).find(({ metric }) => metric === name)?.value }),
  );
  const topics = [...new Set(rows.flatMap(({ cell }) => (typeof cell['topic'] === 'string' ? [cell['topic']] : [])))];
  return [
    ...parts,
    ...topics.map((topic) =>
      mean(`${task}/${topic}-topic`, `${task}: ${topic} topic`, {
        rows: rows.filter(({ cell }) => cell['topic'] === topic),
        valueOf: wholeOf,
      }),
    ),
    ...(names.includes('rouge2') ? [geometricMean(task, rows)] : []),
  ];
}

const partsOf = ({ result }: ScoredRow) => (result.status === 'ok' ? (result.score.parts ?? []) : []);
const wholeOf = ({ result }: ScoredRow): number | undefined => (result.status === 'ok' ? result.score.value : undefined);

/** L-Eval's `geometric_mean`: of the means of ROUGE-1, -2 and -L. */
function geometricMean(task: string, rows: readonly ScoredRow[]): Aggregate {
  const part = (name: string) => rows.flatMap((row) => partsOf(row).find(({ metric }) => metric === name)?.value ?? []);
  const all = [part('rouge1'), part('rouge2'), rows.flatMap((row) => wholeOf(row) ?? [])];
  const n = all[2]!.length;
  const value = n === 0 ? null : Math.cbrt(all.map(average).reduce((a, b) => a * b, 1));
  return {
    metric: `${task}/geometric_mean`,
    label: `${task}: geometric mean of ROUGE-1, -2, -L`,
    cell: {},
    value,
    n,
    missing: rows.length - n,
  };
}

interface Averaged {
  readonly rows: readonly ScoredRow[];
  readonly valueOf: (row: ScoredRow) => number | undefined;
}

function mean(metric: string, label: string, { rows, valueOf }: Averaged): Aggregate {
  const values = rows.flatMap((row) => valueOf(row) ?? []);
  return {
    metric,
    label,
    cell: {},
    value: values.length === 0 ? null : average(values),
    n: values.length,
    missing: rows.length - values.length,
  };
}

function macroMean(label: string, tasks: readonly (readonly ScoredRow[])[]): Aggregate {
  const means = tasks.map((rows) => mean('', '', { rows, valueOf: wholeOf }));
  const values = means.flatMap(({ value }) => value ?? []);
  const sum = (of: 'n' | 'missing') => means.reduce((total, each) => total + each[of], 0);
  return { metric: 'overall', label, cell: {}, value: values.length === 0 ? null : average(values), n: sum('n'), missing: sum('missing') };
}

const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
