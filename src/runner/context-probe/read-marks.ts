import { LEAST_RECALL, type AnsweredProbe } from './observation.ts';

/**
 * What the code words of a prompt say. `whole`: all were repeated, and a model cannot repeat what it did not get. `cut`: the lost ones stand
 * side by side, as a cut leaves them; `lost` is the first and the last of them. `all-lost`, `scattered`: no cut looks like this, the model
 * does not follow. `silent`: there is nothing to read.
 */
export type MarkReading =
  { readonly kind: 'whole' | 'all-lost' | 'scattered' | 'silent' } | { readonly kind: 'cut'; readonly lost: readonly [number, number] };

/** Reads the marks of an answered prompt. */
export function readMarks({ marks }: AnsweredProbe, recall: number): MarkReading {
  if (marks.length === 0 || recall < LEAST_RECALL) return { kind: 'silent' };
  const first = marks.findIndex(({ seen }) => !seen);
  if (first < 0) return { kind: 'whole' };
  const last = marks.findLastIndex(({ seen }) => !seen);
  if (first === 0 && last === marks.length - 1) return marks.some(({ seen }) => seen) ? { kind: 'scattered' } : { kind: 'all-lost' };
  return marks.slice(first, last).some(({ seen }) => seen) ? { kind: 'scattered' } : { kind: 'cut', lost: [first, last] };
}
