import { EFFECTIVE_THRESHOLD } from '../../stats/index.ts';
import { languageLabel } from '../labels.ts';
import type { Profile, RunSummary } from '../run-summary.ts';
import type { TaskScore } from '../task-scores.ts';
import { baselineNames } from './baseline-curves.ts';
import { panelLengths } from './effective-marks.ts';
import { baselineEntry, effectiveEntry, lineEntry, seriesEntry, type KeyEntry } from './key-entry.ts';

/** The baselines of a run in the order of their looks, the same in all its charts. */
export function baselineOrder({ baselines, profiles }: Pick<RunSummary, 'baselines' | 'profiles'>): readonly string[] {
  return [...new Set([...baselines.map(({ name }) => name), ...baselineNames(profiles)])];
}

/** The key of charts that show profiles or tasks of a run: languages where there are several, baselines and effective lengths where they are drawn. */
export function chartKey(
  summary: Pick<RunSummary, 'baselines' | 'profiles' | 'languages'>,
  { profiles = [], tasks = [] }: { readonly profiles?: readonly Profile[]; readonly tasks?: readonly TaskScore[] },
): KeyEntry[] {
  const { languages } = summary;
  const drawn = new Set([...baselineNames(profiles), ...tasks.flatMap(({ baselines = {} }) => Object.keys(baselines))]);
  const names = baselineOrder(summary);
  const entry = profiles.length > 0 ? lineEntry : seriesEntry;
  return [
    ...(languages.length < 2 ? [] : languages.map((language, i) => entry(i, languageLabel(language)))),
    ...names.flatMap((name, i) => (drawn.has(name) ? [baselineEntry(i, name)] : [])),
    ...(panelLengths(profiles, EFFECTIVE_THRESHOLD).length > 0 ? [effectiveEntry(EFFECTIVE_THRESHOLD)] : []),
  ];
}
