import { axisLabel } from './axis.ts';
import type { RunSummary } from './run-summary.ts';

/** Means of groups of tasks around a circle, one line per language. `values`: 0–1 per spoke, null without a score. */
export interface Radar {
  readonly axis: string;
  readonly spokes: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[]; readonly n: readonly number[] }[];
}

/** The radars that tasks ask for (view `radar`), of the aggregates that lie on the axis. Fewer than three spokes are no picture. */
export function radarsOf({ taskFacts, aggregates }: Pick<RunSummary, 'taskFacts' | 'aggregates'>): Radar[] {
  const views = taskFacts.flatMap((facts) => facts.views).filter(({ kind }) => kind === 'radar');
  const axes = new Map(views.map(({ x, y = 'language' }) => [x, y]));
  return [...axes].flatMap(([axis, by]) => {
    const placed = aggregates.filter(({ cell, unit, n }) => cell[axis] !== undefined && unit === 'score' && n > 0);
    const spokes = [...new Set(placed.map(({ cell }) => axisLabel(axis, cell[axis]!)))];
    const lines = [...Map.groupBy(placed, ({ cell }) => String(cell[by] ?? ''))];
    const series = lines.map(([name, members]) => {
      const found = spokes.map((spoke) => members.find(({ cell }) => axisLabel(axis, cell[axis]!) === spoke));
      return { name, values: found.map((each) => each?.value ?? null), n: found.map((each) => each?.n ?? 0) };
    });
    return spokes.length < 3 ? [] : [{ axis, spokes, series }];
  });
}
