import { countLabel, countNoun, intervalLabel, languageLabel, scoreLabel } from './labels.ts';
import type { RunSummary } from './run-summary.ts';
import { GROUPINGS, type Grouping } from './score-groups.ts';

/** The groupings that tell something apart: two groups or more. `tag` repeats the others and is shown only when asked for. */
export function shownGroupings({ groups }: Pick<RunSummary, 'groups'>): readonly Grouping[] {
  return GROUPINGS.filter((by) => by !== 'tag' && groups.filter((group) => group.by === by).length > 1);
}

/** A grouping as a table of texts: group, score, interval, n, missing, tasks, baselines. */
export function groupTable(
  { groups }: Pick<RunSummary, 'groups'>,
  by: Grouping,
): { readonly head: readonly string[]; readonly rows: readonly string[][] } {
  const own = groups.filter((group) => group.by === by);
  const beside = [...new Set(own.flatMap(({ baselines = {} }) => Object.keys(baselines)))];
  return {
    head: [by, 'score', '95 %', 'n', 'missing', 'over', ...beside.map((name) => `floor: ${name}`)],
    rows: own.map(({ name, mean, n, missing, tasks, baselines, ...interval }) => [
      by === 'language' ? languageLabel(name) : name,
      scoreLabel(mean, { digits: 1 }),
      intervalLabel(interval),
      countLabel(n),
      countLabel(missing),
      countNoun(tasks.length, 'task'),
      ...beside.map((each) => scoreLabel(baselines?.[each]?.mean ?? null, { digits: 1 })),
    ]),
  };
}
