import { pooledMean, type Interval, type MeanOfPresent } from '../stats/index.ts';
import { axesOf, axisValues, type AxisValue } from './axis.ts';
import { facetsOf, type Facet } from './facets.ts';
import { pooledInterval } from './pooled-interval.ts';
import type { RunSummary } from './run-summary.ts';

/** Scores of a task, metric, mode and language by the places of an axis that is not a number: level, type, difficulty, … */
export interface Breakdown {
  readonly facet: Omit<Facet, 'scores'>;
  readonly axis: string;
  readonly places: readonly (MeanOfPresent & Interval & { readonly at: AxisValue })[];
}

/** An axis with more places is a name of each sample, no group. */
const MOST_PLACES = 24;

/** One for every such axis on which a facet has two or more places, pooled over its other axes. Axes of numbers are in `profiles`. */
export function breakdownsOf({ scores }: Pick<RunSummary, 'scores'>): Breakdown[] {
  return facetsOf(scores).flatMap(({ scores: own, ...facet }) => {
    const cells = own.map(({ cell }) => cell);
    return axesOf(cells).flatMap((axis) => {
      const values = axisValues(cells, axis);
      if (axis === 'language' || values.length < 2 || values.length > MOST_PLACES || values.every((at) => typeof at === 'number'))
        return [];
      const places = values.map((at) => {
        const members = own.filter(({ cell }) => cell[axis] === at);
        return { at, ...pooledMean(members), ...pooledInterval(members) };
      });
      return places.every(({ mean }) => mean === null) ? [] : [{ facet, axis, places }];
    });
  });
}
