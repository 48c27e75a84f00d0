import type { Aggregate, ScoredRow } from '../../core/index.ts';
import { meanOfMeans, meanOfRows, rowsByAxis } from '../../datasets/index.ts';
import { LEVELS, MODES } from './load-longins.ts';

/** A task's mean, and those of its levels or lengths that ran. */
interface Made {
  readonly mean: Aggregate;
  readonly parts: readonly Aggregate[];
}

/**
 * The mean of each mode at each level, as published, and of the built lists at each length; the headline is the mean of the modes' means over their levels,
 * of the built ones where those alone ran.
 */
export function aggregateLongIns(rows: readonly ScoredRow[]): Aggregate[] {
  const published = MODES.flatMap((mode) => madeOf(rows, { task: mode.toLowerCase(), metric: mode, axis: 'level', order: LEVELS }));
  const built = MODES.flatMap((mode) =>
    madeOf(rows, { task: `built-${mode.toLowerCase()}`, metric: `built-${mode}`, axis: 'askedTokens' }),
  );
  const isBuilt = published.length === 0 && built.length > 0;
  const overall = meanOfMeans(
    (isBuilt ? built : published).map(({ mean }) => mean),
    { metric: 'overall', label: isBuilt ? 'Mean of the built modes' : 'Mean of the modes' },
  );
  const all = [...published, ...built];
  return [overall, ...all.map(({ mean }) => mean), ...all.flatMap(({ parts }) => parts)];
}

function madeOf(
  rows: readonly ScoredRow[],
  {
    task,
    metric,
    axis,
    order,
  }: { readonly task: string; readonly metric: string; readonly axis: string; readonly order?: readonly string[] },
): Made[] {
  const groups = rowsByAxis(
    rows.filter((row) => row.task === `longins/${task}`),
    axis,
  );
  const parts = (order ?? [...groups.keys()])
    .map((key) => meanOfRows(groups.get(key) ?? [], { metric: `${metric}/${String(key)}`, label: `${metric}, ${String(key)} tokens` }))
    .filter(({ n }) => n > 0);
  return parts.length === 0
    ? []
    : [{ parts, mean: meanOfMeans(parts, { metric, label: `${metric}: mean of the ${axis === 'level' ? 'levels' : 'lengths'}` }) }];
}
