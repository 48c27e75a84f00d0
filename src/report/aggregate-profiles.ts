import type { Profile, RunSummary } from './run-summary.ts';

/**
 * Curves that a task asks for (view `profile`) along an axis that its answers do not lie on, but its family's aggregates do: the turns of a conversation,
 * each summed up over all conversations. One for every rule and language with two places or more; aggregates have no interval.
 */
export function aggregateProfiles({
  taskFacts,
  aggregates,
  profiles,
  scores,
}: Pick<RunSummary, 'taskFacts' | 'aggregates' | 'profiles' | 'scores'>): Profile[] {
  return taskFacts.flatMap(({ task, views }) =>
    views.flatMap(({ kind, x: axis }) => {
      if (kind !== 'profile' || profiles.some((profile) => profile.task === task && profile.axis === axis)) return [];
      const mode = scores.find((score) => score.task === task)?.mode ?? '';
      const placed = aggregates.filter(({ cell, unit, value }) => typeof cell[axis] === 'number' && unit === 'score' && value !== null);
      const curves = Map.groupBy(placed, ({ cell }) => JSON.stringify([cell['rule'] ?? 'mean', cell['language'] ?? null]));
      return [...curves].flatMap(([key, members]) => {
        const [rule, language] = JSON.parse(key) as [string, string | null];
        const points = members
          .toSorted((a, b) => Number(a.cell[axis]) - Number(b.cell[axis]))
          .map(({ cell, value, n, missing }) => ({ at: Number(cell[axis]), mean: value, low: null, high: null, n, missing }));
        const metric = language === null ? `${rule}, all languages` : rule;
        return points.length < 2 ? [] : [{ task, metric, mode, language, axis, points }];
      });
    }),
  );
}
