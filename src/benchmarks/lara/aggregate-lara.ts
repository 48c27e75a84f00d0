import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfMeans, meanOfRows, rowsByAxis } from '../../datasets/index.ts';
import { LARA_TASKS } from './tasks.ts';

/** As published: a task's score is the mean over the kinds of documents, the headline the mean over the tasks; by size, then by task and size, and by place of the answer. */
export function aggregateLara(rows: readonly ScoredRow[]): Aggregate[] {
  const sizes = [...rowsByAxis(rows, 'size')];
  const perSize = sizes.map(([size, own]) => ({ size: String(size), tasks: tasksOf(own, String(size)) }));
  const overall = perSize.map(({ size, tasks }) =>
    meanOfMeans(
      tasks.map(({ mean }) => mean),
      { metric: `${size}`, label: `Mean of the tasks, ${size}` },
    ),
  );
  const present = overall.filter(({ n }) => n > 0);
  return [
    meanOfMeans(present.length > 0 ? present : overall, { metric: 'overall', label: `Mean of the tasks (${scoredBy(rows)})` }),
    ...(present.length > 1 ? present : []),
    ...perSize.flatMap(({ tasks }) => tasks.flatMap(({ mean, parts }) => (mean.n > 0 ? [mean, ...parts] : []))),
  ];
}

/** Scores of a judge and of the proxy are no one scale: a mixture is named. */
function scoredBy(rows: readonly ScoredRow[]): string {
  const metrics = rows.flatMap(({ result }) => (result.status === 'ok' ? [result.score.metric] : []));
  const judged = metrics.filter((metric) => metric.startsWith('judge/')).length;
  if (judged === 0) return 'proxy, not the published judge';
  return judged === metrics.length ? 'judge' : `${judged} of ${metrics.length} by a judge, the others by the proxy: do not compare`;
}

function tasksOf(rows: readonly ScoredRow[], size: string) {
  return LARA_TASKS.flatMap(({ id }) => {
    const own = rows.filter(({ task }) => task === `lara/${id}`);
    if (own.length === 0) return [];
    const sources = [...rowsByAxis(own, 'source').values()].map((some) => meanOfRows(some, { metric: '', label: '' }));
    const mean = meanOfMeans(sources, { metric: `${id}/${size}`, label: `${id}, ${size}` });
    const parts = [...rowsByAxis(own, 'part')]
      .sort(([a], [b]) => String(a).localeCompare(String(b), 'en', { numeric: true }))
      .map(([part, some]) =>
        meanOfRows(some, { metric: `${id}/${size}/part-${part}`, label: `${id}, ${size}: answer in part ${part}`, cell: { size, part } }),
      );
    return [{ mean, parts }];
  });
}
