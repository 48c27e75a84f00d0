import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfMeans, meanOfRows, meansOfParts, rowsByAxis } from '../../datasets/index.ts';
import { LOOGLE_TASKS, type LoogleTask } from './tasks.ts';

/** Our headline is the mean of the tasks' first metrics, as the paper has none over all tasks; then every task, its other metrics, and its kinds of question. */
export function aggregateLoogle(rows: readonly ScoredRow[]): Aggregate[] {
  const ran = LOOGLE_TASKS.map((task) => ({ task, own: rows.filter((row) => row.task === `loogle/${task.id}`) })).filter(
    ({ own }) => own.length > 0,
  );
  const means = ran.map(({ task, own }) => meanOfRows(own, { metric: task.id, label: `${task.id} (${metricOf(task)})` }));
  return [
    meanOfMeans(means, { metric: 'overall', label: 'Mean of the tasks' }),
    ...ran.flatMap(({ task, own }, i) => [means[i]!, ...(task.scoring === 'cloze' ? clozeShares(task, own) : besides(task, own))]),
  ];
}

const metricOf = ({ scoring }: LoogleTask): string => (scoring === 'cloze' ? 'masks exactly, by question' : 'recall of ROUGE-L');

function besides({ id }: LoogleTask, rows: readonly ScoredRow[]): Aggregate[] {
  const kinds = [...rowsByAxis(rows, 'type')].map(([type, own]) => meanOfRows(own, { metric: `${id}/${type}`, label: `${id}: ${type}` }));
  return [...meansOfParts(rows, { metric: id, label: id }), ...kinds];
}

/** As published: hits over all masks of all questions. */
function clozeShares({ id }: LoogleTask, rows: readonly ScoredRow[]): Aggregate[] {
  const counts = rows.flatMap(({ result }) => (result.status === 'ok' && result.score.counts ? [result.score.counts] : []));
  const sum = (key: string) => counts.reduce((total, each) => total + (each[key] ?? 0), 0);
  const masks = sum('masks');
  return ['exact', 'partial'].map((key) => ({
    metric: `${id}/${key}`,
    label: `${id}: masks ${key === 'exact' ? 'exactly' : 'with a word in common'}, over all`,
    cell: {},
    value: masks === 0 ? null : sum(key) / masks,
    n: counts.length,
    missing: rows.length - counts.length,
  }));
}
