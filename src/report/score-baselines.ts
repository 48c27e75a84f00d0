import { cellKey } from './axis.ts';
import type { ScoreSummary } from './run-summary.ts';

/** Scores with those of baselines beside them, cell by cell; cells that a baseline has no score for go without. */
export function besideBaselines(
  scores: readonly ScoreSummary[],
  baselines: ReadonlyMap<string, readonly ScoreSummary[]> = new Map(),
): ScoreSummary[] {
  const byPlace = [...baselines].map(([name, own]) => ({ name, at: new Map(own.map((score) => [placeOf(score), score])) }));
  if (byPlace.length === 0) return [...scores];
  return scores.map((score) => ({
    ...score,
    baselines: Object.fromEntries(byPlace.flatMap(({ name, at }) => entryOf(name, at.get(placeOf(score))))),
  }));
}

function entryOf(name: string, score: ScoreSummary | undefined) {
  if (score === undefined || score.mean === null) return [];
  const { mean, low, high, n } = score;
  return [[name, { mean, low, high, n }] as const];
}

function placeOf({ task, metric, mode, cell }: ScoreSummary): string {
  return JSON.stringify([task, metric, mode, cellKey(cell)]);
}
