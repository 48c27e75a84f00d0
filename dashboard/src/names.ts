import { computed } from '@preact/signals';
import type { Cell } from '../../src/core/index.ts';
import { axesOf, axisLabel, axisTitle, shortTask, visibleLine, type AxisValue } from '../../src/report/charts/index.ts';
import { language, t } from './language.ts';
import { WORDS, type WordingKey } from './wording/index.ts';

const languageNames = computed(() => new Intl.DisplayNames(language.value, { type: 'language' }));

/** The page's words for a name that the program uses; undefined where it has none. */
export function wordsFor(place: string, name: string): string | undefined {
  const key = `${place}.${name}`;
  return Object.hasOwn(WORDS.en, key) ? t(key as WordingKey) : undefined;
}

/** A strategy as words; that of a baseline is called as the baseline is. */
export const strategyName = (strategy: string): string => wordsFor('strategy', strategy) ?? baselineName(strategy);

/** Why there is no score, or the class of a failure, as words. */
export const reasonName = (reason: string): string => wordsFor('reason', reason) ?? visibleLine(reason);

/** An axis as words; one that the page has no words for, as the reports say it. */
export const axisName = (axis: string): string => wordsFor('axis', axis) ?? visibleLine(axisTitle(axis));

/** A metric as words, else its own name. */
export const metricName = (metric: string): string => wordsFor('metric', metric) ?? visibleLine(metric);

/** A place on an axis: `4k`, `40 %`, `Chinese`, `yes`. */
export function valueName(axis: string, value: AxisValue): string {
  if (axis === 'language') return languageName(String(value));
  if (typeof value === 'boolean') return t(value ? 'value.true' : 'value.false');
  return wordsFor(axis === 'question' ? axis : `value.${axis}`, String(value)) ?? visibleLine(axisLabel(axis, value)).replaceAll('_', ' ');
}

/** A language as the page's own language calls it; an unknown code as it is. */
export function languageName(code: string): string {
  try {
    return languageNames.value.of(code) ?? code;
  } catch {
    return visibleLine(code);
  }
}

/** A task without its family, safe to look at. */
export const taskName = (task: string): string => visibleLine(shortTask(task));

/** `single-retrieval · English`. */
export function facetName({ task, language: code }: { readonly task: string; readonly language: string | null }): string {
  return code === null ? taskName(task) : `${taskName(task)} · ${languageName(code)}`;
}

/** `keyword`, with the rules that scored it where there are several of them. */
export function metricLine({ metric, mode }: { readonly metric: string; readonly mode: string }): string {
  return `${metricName(metric)} · ${wordsFor('mode', mode) ?? visibleLine(mode)}`;
}

/** Axes whose values explain themselves. */
const BARE_AXES = new Set(['language', 'askedTokens', 'depthPercent', 'question']);

/** A cell as words: `Chinese · 4k · 40 % · Needles 3`. */
export function cellName(cell: Cell): string {
  return axesOf([cell])
    .map((axis) => (BARE_AXES.has(axis) ? valueName(axis, cell[axis]!) : `${axisName(axis)} ${valueName(axis, cell[axis]!)}`))
    .join(' · ');
}

/** A baseline as words. `retrieval-5x100` is retrieval with its number and size of passages. */
export function baselineName(name: string): string {
  const size = /^retrieval-(\d+x\d+)$/.exec(name)?.[1];
  return size === undefined ? (wordsFor('baseline', name) ?? visibleLine(name)) : `${t('baseline.retrieval')} ${size}`;
}
