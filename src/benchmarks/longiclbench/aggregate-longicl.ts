import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfMeans, meanOfRows, rowsByAxis } from '../../datasets/index.ts';
import { microPrf } from '../../scoring/index.ts';

type Named = Pick<Aggregate, 'metric' | 'label'>;
type Taken = 'f1' | 'precision' | 'recall';

/**
 * Every task over all rows and for each number of rounds (built ones: each length), as published: accuracy, or micro precision, recall and F1 where answers
 * are counted. The headline is the mean of the published sets, or of the built tasks where those alone ran; grouped variants stand beside it.
 */
export function aggregateLongicl(rows: readonly ScoredRow[]): Aggregate[] {
  const tasks = [...Map.groupBy(rows, ({ task }) => task.slice(task.indexOf('/') + 1))];
  const means = tasks.map(([id, own]) => ({ id, mean: overRows(own, { metric: id, label: id }) }));
  const published = means.filter(({ id }) => !id.startsWith('built-') && !id.endsWith('-grouped'));
  const built = means.filter(({ id }) => id.startsWith('built-'));
  const isBuilt = published.every(({ mean }) => mean.n === 0) && built.some(({ mean }) => mean.n > 0);
  const overall = meanOfMeans(
    (isBuilt ? built : published).map(({ mean }) => mean),
    { metric: 'overall', label: isBuilt ? 'Mean of the built tasks' : 'Mean of the sets' },
  );
  return [overall, ...means.map(({ mean }) => mean), ...tasks.flatMap(([id, own]) => parts(id, own))];
}

function parts(id: string, rows: readonly ScoredRow[]): Aggregate[] {
  if (id.startsWith('built-'))
    return [...rowsByAxis(rows, 'askedTokens')].map(([length, own]) =>
      meanOfRows(own, { metric: `${id}/${length}`, label: `${id}, ${length} tokens` }),
    );
  return [...rowsByAxis(rows, 'rounds')].flatMap(([round, own]) => {
    const named = { metric: `${id}/rounds-${round}`, label: `${id}, ${round} rounds` };
    if (countsOf(own).length === 0) return [meanOfRows(own, named)];
    return (['f1', 'precision', 'recall'] as const).map((take) =>
      micro(own, { metric: `${named.metric}/${take}`, label: `${named.label}: ${take}`, take }),
    );
  });
}

function overRows(rows: readonly ScoredRow[], named: Named): Aggregate {
  return countsOf(rows).length === 0 ? meanOfRows(rows, named) : micro(rows, { ...named, label: `${named.label}: F1 (micro)`, take: 'f1' });
}

function countsOf(rows: readonly ScoredRow[]) {
  return rows.flatMap(({ result }) => (result.status === 'ok' && result.score.counts ? [result.score.counts] : []));
}

function micro(rows: readonly ScoredRow[], { take, ...named }: Named & { readonly take: Taken }): Aggregate {
  const counts = countsOf(rows).map(({ correct = 0, predicted = 0, wanted = 0 }) => ({ correct, predicted, wanted }));
  const value = counts.length === 0 ? null : microPrf(counts)[take];
  return { ...named, cell: {}, value, n: counts.length, missing: rows.length - counts.length };
}
