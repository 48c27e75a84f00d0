import { pooledMean } from '../stats/index.ts';

/** The mean of a baseline over the cells that it has a score for, 0–1, and the answers behind it. */
export interface BaselineMean {
  readonly mean: number;
  readonly n: number;
}

type Beside = { readonly [name: string]: { readonly mean: number | null; readonly n: number } };

/** Baselines of scores pooled over cells, by name, weighted by n; undefined where no cell has any. */
export function pooledBaselines(scores: readonly { readonly baselines?: Beside | undefined }[]): Record<string, BaselineMean> | undefined {
  const found = scores.flatMap(({ baselines = {} }) => Object.entries(baselines));
  const byName = Map.groupBy(found, ([name]) => name);
  const pooled = [...byName].flatMap(([name, members]) => {
    const { mean, n } = pooledMean(members.map(([, score]) => ({ ...score, missing: 0 })));
    return mean === null ? [] : [[name, { mean, n }] as const];
  });
  return pooled.length === 0 ? undefined : Object.fromEntries(pooled);
}
