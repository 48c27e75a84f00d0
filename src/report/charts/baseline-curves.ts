import { axisLabel } from '../axis.ts';
import { countLabel, scoreLabel } from '../labels.ts';
import { pooledBaselines } from '../pooled-baselines.ts';
import type { Profile } from '../run-summary.ts';
import { BASELINE_OPACITY, baselineDots, baselineMark, baselineNote } from './baseline-mark.ts';
import type { PlotKit } from './plot-kit.ts';

/** Baselines of the profiles of a panel as thin dashed lines, one per name; languages are pooled. */
export function baselineCurves(profiles: readonly Profile[], Plot: PlotKit['Plot'], names: readonly string[]) {
  const axis = profiles[0]?.axis ?? '';
  const byPlace = [
    ...Map.groupBy(
      profiles.flatMap(({ points }) => points),
      ({ at }) => at,
    ),
  ].sort(([a], [b]) => a - b);
  return names.flatMap((name, index) => {
    const spots = byPlace.map(([at, points]) => {
      const found = pooledBaselines(points)?.[name];
      const words = found ? `${axisLabel(axis, at)}: ${scoreLabel(found.mean, { digits: 1 })}, n ${countLabel(Math.round(found.n))}` : '';
      return { at, score: found ? 100 * found.mean : Number.NaN, note: baselineNote(name, words) };
    });
    const there = spots.filter(({ score }) => Number.isFinite(score));
    if (there.length === 0) return [];
    const place = { x: 'at', y: 'score' };
    const line = { stroke: 'currentColor', strokeOpacity: BASELINE_OPACITY, strokeWidth: 1.1, strokeDasharray: baselineMark(index).dashes };
    return [Plot.line(spots, { ...place, ...line }), baselineDots(there, Plot, { index, at: place })];
  });
}

/** The names of the baselines that stand beside profiles, in the order in which they first appear. */
export function baselineNames(profiles: readonly Profile[]): readonly string[] {
  return [...new Set(profiles.flatMap(({ points }) => points.flatMap(({ baselines = {} }) => Object.keys(baselines))))];
}
