import { pooledMean } from '../stats/index.ts';
import { axesOf, axisValues } from './axis.ts';
import { facetsOf, type Facet } from './facets.ts';
import { pooledBaselines } from './pooled-baselines.ts';
import { pooledInterval } from './pooled-interval.ts';
import type { Profile, ScoreSummary } from './run-summary.ts';

/** Scores along every numeric axis on which a facet has two or more places, pooled over its other axes. */
export function profilesOf(scores: readonly ScoreSummary[]): Profile[] {
  return facetsOf(scores).flatMap((facet) => numericAxes(facet).map((axis) => profileOf(facet, axis)));
}

/** The scores of a facet along one numeric axis; cells without the axis are left out. */
export function profileOf({ task, metric, mode, language, scores }: Facet, axis: string): Profile {
  const points = places(scores, axis).map((at) => {
    const members = scores.filter((score) => score.cell[axis] === at);
    const baselines = pooledBaselines(members);
    return { at, ...pooledMean(members), ...pooledInterval(members), ...(baselines && { baselines }) };
  });
  return { task, metric, mode, language, axis, points };
}

function numericAxes({ scores }: Facet): string[] {
  return axesOf(scores.map((score) => score.cell)).filter((axis) => places(scores, axis).length >= 2);
}

function places(scores: readonly ScoreSummary[], axis: string): number[] {
  return axisValues(
    scores.map((score) => score.cell),
    axis,
  ).filter((value) => typeof value === 'number');
}
