import type { ScoreSummary } from './run-summary.ts';

/** Scores that may be drawn together: one task, metric, mode and language. `language` is null where cells have none. */
export interface Facet {
  readonly task: string;
  readonly metric: string;
  readonly mode: string;
  readonly language: string | null;
  readonly scores: readonly ScoreSummary[];
}

/** Splits scores by task, metric, mode and language, in the order in which each first appears. Rows of tasks never scored are kept. */
export function facetsOf(scores: readonly ScoreSummary[]): Facet[] {
  const groups = Map.groupBy(scores, ({ task, metric, mode, cell }) => JSON.stringify([task, metric, mode, cell['language'] ?? null]));
  return [...groups].map(([key, members]) => {
    const [task, metric, mode, language] = JSON.parse(key) as [string, string, string, string | null];
    return { task, metric, mode, language, scores: members };
  });
}
