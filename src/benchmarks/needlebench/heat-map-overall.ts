import type { Aggregate, Cell, ScoredRow } from '../../core/index.ts';
import { average } from '../../datasets/index.ts';
import { axisValues, groupBy, meanOf } from './means.ts';

interface WeightedRows {
  readonly task: string;
  readonly weight: number;
  readonly rows: readonly ScoredRow[];
}

/**
 * The published plot: in each cell of length × depth the weighted mean of the three groups (M-RT by its parts), cells where one is missing left
 * out; its overall is the mean over lengths of the means over depths, and counts every row without a score as missing, also an M-RT row, which is
 * at no depth then. Only when all three groups ran.
 */
export function heatMapAggregates(groups: readonly WeightedRows[]): Aggregate[] {
  if (groups.length < 3) return [];
  const columns = groups.map(({ weight, rows }) => ({ weight, cells: groupBy(rows.flatMap(byDepth), ({ cell }) => keyOf(cell)) }));
  const cells = axisPairs(groups.flatMap(({ rows }) => rows.flatMap(byDepth))).map((cell) => ({
    cell,
    means: columns.map(({ weight, cells: of }) => ({ weight, mean: meanOf(of.get(keyOf(cell)) ?? []) })),
  }));
  const known = cells.filter(({ means }) => means.every(({ mean }) => mean.value !== null));
  const drawn = known.map(({ cell, means }): Aggregate => {
    const value = means.reduce((sum, { weight, mean }) => sum + weight * mean.value!, 0);
    return {
      metric: 'heat-map',
      label: 'Weighted cell of the heat map',
      cell,
      value,
      n: total(means, 'n'),
      missing: total(means, 'missing'),
    };
  });
  const lengths = [...groupBy(drawn, ({ cell }) => cell['askedTokens']).values()].map((column) =>
    average(column.map(({ value }) => value!))!,
  );
  const n = drawn.reduce((sum, each) => sum + each.n, 0);
  const missing = groups.reduce((sum, { rows }) => sum + meanOf(rows).missing, 0);
  return [
    {
      metric: 'heat-map-overall',
      label: 'Overall of the heat map (mean over lengths of means over depths)',
      cell: {},
      value: average(lengths),
      n,
      missing,
    },
    ...drawn,
  ];
}

function total(means: readonly { readonly mean: { readonly n: number; readonly missing: number } }[], what: 'n' | 'missing'): number {
  return means.reduce((sum, { mean }) => sum + mean[what], 0);
}

/** A row with parts becomes one row for each depth. */
function byDepth(row: ScoredRow): ScoredRow[] {
  if (row.cell['depthPercent'] !== undefined || row.result.status !== 'ok') return [row];
  const { score } = row.result;
  return (score.parts ?? []).flatMap(({ cell, value }) =>
    cell === undefined ? [] : [{ ...row, cell: { ...row.cell, ...cell }, result: { status: 'ok' as const, score: { ...score, value } } }],
  );
}

function keyOf({ askedTokens, depthPercent }: Cell): string {
  return `${askedTokens}/${depthPercent}`;
}

function axisPairs(rows: readonly ScoredRow[]): { readonly askedTokens: number; readonly depthPercent: number }[] {
  const depths = axisValues(rows, 'depthPercent') as number[];
  const keys = new Set(rows.map(({ cell }) => keyOf(cell)));
  return (axisValues(rows, 'askedTokens') as number[]).flatMap((askedTokens) =>
    depths.map((depthPercent) => ({ askedTokens, depthPercent })).filter((pair) => keys.has(keyOf(pair))),
  );
}
