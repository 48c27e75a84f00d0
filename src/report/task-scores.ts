import { pooledMean, type Interval, type MeanOfPresent } from '../stats/index.ts';
import { facetsOf, type Facet } from './facets.ts';
import { pooledInterval } from './pooled-interval.ts';
import type { RunSummary } from './run-summary.ts';

/** One number for a task in a language: the mean over all its scored answers. */
export interface TaskScore extends Omit<Facet, 'scores'>, MeanOfPresent, Interval {}

/** One score per task, metric, mode and language: the pooled mean of its cells, weighted by n. */
export function taskScores({ scores }: Pick<RunSummary, 'scores'>): TaskScore[] {
  return facetsOf(scores).map(({ scores: members, ...facet }) => {
    const pooled = pooledMean(members);
    return { ...facet, ...pooled, ...pooledInterval(members) };
  });
}
