import { ndcg, roundHalfEven } from '../../scoring/index.ts';
import type { StoredScore } from '../stored-predictions.ts';
import type { LocoQuery } from './loco-data.ts';
import type { Rankings } from './rankings.ts';

/** The published cutoffs; the first is the headline. */
const CUTOFFS = [10, 1, 3, 5, 100, 1000];

interface Scored {
  readonly dataset: string;
  readonly n: number;
  /** By cutoff, 0–1. */
  readonly means: readonly number[];
}

/**
 * nDCG of rankings (0–100, four decimals): for each data set the mean over its queries, and the mean over the data sets (`average`). As in BEIR's evaluation every answer has
 * gain 1, a hit with the id of the query itself does not count, and queries that were not ranked are left out.
 */
export function scoreRankings(queries: readonly LocoQuery[], rankings: Rankings, { name }: { readonly name: string }): StoredScore[] {
  const sets = [...Map.groupBy(queries, ({ dataset }) => dataset)].map(([dataset, own]) => scoreSet(dataset, own, rankings));
  const scored = sets.filter(({ n }) => n > 0);
  const metric = (cutoff: number) => `nDCG@${cutoff} ${name}`;
  const n = scored.reduce((sum, set) => sum + set.n, 0);
  return [
    ...sets.map((set) => ({
      task: set.dataset,
      metric: metric(CUTOFFS[0]!),
      value: percent(
        [set].filter((each) => each.n > 0),
        0,
      ),
      n: set.n,
    })),
    ...CUTOFFS.map((cutoff, i) => ({ task: 'average', metric: metric(cutoff), value: percent(scored, i), n })),
  ];
}

function scoreSet(dataset: string, queries: readonly LocoQuery[], rankings: Rankings): Scored {
  const values = queries.flatMap((query) => {
    const gains = new Map(query.answer_pids.map((pid) => [pid, 1]));
    const ranked = rankings(query)?.filter((pid) => pid !== query.qid);
    if (ranked === undefined || gains.size === 0) return [];
    return [CUTOFFS.map((cutoff) => ndcg(ranked, gains, cutoff)!)];
  });
  const means = CUTOFFS.map((_, i) => values.reduce((sum, value) => sum + value[i]!, 0) / values.length);
  return { dataset, n: values.length, means };
}

function percent(sets: readonly Scored[], cutoff: number): number | null {
  if (sets.length === 0) return null;
  return roundHalfEven((100 * sets.reduce((sum, { means }) => sum + means[cutoff]!, 0)) / sets.length, 4);
}
