import type { Aggregate } from '../core/index.ts';
import type { DocumentCuts, Interval } from '../stats/index.ts';
import type { Facet } from './facets.ts';

/** A score as 0–100 with one digit after the point where asked; `–` when there is none. */
export function scoreLabel(
  mean: number | null,
  { digits = 0, none = '–' }: { readonly digits?: 0 | 1; readonly none?: string } = {},
): string {
  return mean === null ? none : (mean * 100).toFixed(digits);
}

/** An interval as `83.1–91.0`; `–` when unknown. */
export function intervalLabel({ low, high }: Interval): string {
  return low === null || high === null ? '–' : `${scoreLabel(low, { digits: 1 })}–${scoreLabel(high, { digits: 1 })}`;
}

/** A difference of scores as `+3.1` or `−3.1`; `–` when there is none. */
export function signedLabel(value: number | null): string {
  if (value === null) return '–';
  const label = scoreLabel(Math.abs(value), { digits: 1 });
  return label === '0.0' ? label : `${value < 0 ? '−' : '+'}${label}`;
}

/** The p of a test; `–` when unknown. */
export function pLabel(p: number | null): string {
  if (p === null) return '–';
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}
/** The interval of a headline in brackets; why there is none, where the score itself is known. Nothing for units without intervals. */
export function bracketedInterval(
  overall: Interval & { readonly mean: number | null; readonly unit: NonNullable<Aggregate['unit']> },
  { name = '95 %:' }: { readonly name?: string } = {},
): string {
  if (overall.low !== null) return ` (${name} ${intervalLabel(overall)})`;
  return overall.mean === null || overall.unit !== 'score' ? '' : ` (${NO_INTERVAL})`;
}

/** Why a score has no interval, and what gives it one. */
export const NO_INTERVAL = 'no interval: one haystack or document per language; more documents, or --repeats for haystacks, give one';

/** A value in the unit of its aggregate: scores as 0–100, everything else as a plain number. */
export function valueLabel(value: number | null, unit: NonNullable<Aggregate['unit']> = 'score'): string {
  if (value === null) return '–';
  return unit === 'score' ? scoreLabel(value, { digits: 1 }) : countLabel(Math.round(value * 100) / 100);
}

/** A count with thousands separators; `–` when unknown. */
export function countLabel(count: number | null): string {
  return count === null ? '–' : count.toLocaleString('en');
}

/** A count with its noun: `1 sample`, `1,200 samples`. */
export function countNoun(count: number, noun: string): string {
  return `${countLabel(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `12 of 30 documents cut, 41 % of their tokens (120,000) dropped.` A document counts once for each prompt. Undefined where none was cut. */
export function cutsSentence(cuts: DocumentCuts | null | undefined): string | undefined {
  if (cuts == null || cuts.cut === 0) return undefined;
  const { prompts, cut, droppedTokens, droppedShare } = cuts;
  const share = droppedShare < 0.01 ? 'less than 1 %' : `${Math.round(100 * droppedShare)} %`;
  return `${countLabel(cut)} of ${countNoun(prompts, 'document')} cut, ${share} of their tokens (${countLabel(droppedTokens)}) dropped.`;
}

/** A time as `840 ms` or `12.3 s`; `–` when unknown. */
export function durationLabel(ms: number | null): string {
  if (ms === null) return '–';
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** A language as people call it in English; an unknown code as it is. */
export function languageLabel(language: string): string {
  try {
    return LANGUAGES.of(language) ?? language;
  } catch {
    return language;
  }
}

/** A facet as a title: `single-retrieval · English`; metric and mode only when asked. */
export function facetLabel({ task, language }: Pick<Facet, 'task' | 'language'>): string {
  return language === null ? task : `${task} · ${languageLabel(language)}`;
}

/** The task without its family: `needlebench/single-retrieval` → `single-retrieval`. */
export function shortTask(task: string): string {
  return task.slice(task.lastIndexOf('/') + 1) || task;
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language' });
