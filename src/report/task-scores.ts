import { pooledMean, type Interval, type MeanOfPresent } from '../stats/index.ts';
import { facetsOf, type Facet } from './facets.ts';
import { pooledBaselines, type BaselineMean } from './pooled-baselines.ts';
import { pooledInterval } from './pooled-interval.ts';
import type { RunSummary } from './run-summary.ts';

/** One number for a task in a language: the mean over all its scored answers. */
export interface TaskScore extends Omit<Facet, 'scores'>, MeanOfPresent, Interval {
  /** The same task under baselines, by name; absent without any. */
  readonly baselines?: { readonly [name: string]: BaselineMean };
}

/** One score per task, metric, mode and language: the pooled mean of its cells, weighted by n. */
export function taskScores({ scores }: Pick<RunSummary, 'scores'>): TaskScore[] {
  return facetsOf(scores).map(({ scores: members, ...facet }) => {
    const pooled = pooledMean(members);
    const baselines = pooledBaselines(members);
    return { ...facet, ...pooled, ...pooledInterval(members), ...(baselines && { baselines }) };
  });
}
