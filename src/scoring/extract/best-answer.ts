import type { ModeOptions } from '../longbench/mode.ts';

/** What an answer says, whether it has a valid form, and whether it only repeats the sample of the prompt. */
export interface Extracted<T> {
  readonly value: T;
  readonly valid: boolean;
  readonly copied: boolean;
}

export interface BestAnswerOptions extends ModeOptions {
  /** Number of candidates A1 … An. */
  readonly count: number;
  /** The answer that the prompt shows as an example. */
  readonly sample?: string;
}

/**
 * Ada-LEval BestAnswer: the candidate that an answer names. Official: of all labels that are substrings the one with the largest number (A12 before A1), else
 * the largest bare number; `???` without any. Fixed: the last label that stands as a word.
 */
export function bestAnswer(answer: string, { count, sample, mode }: BestAnswerOptions): Extracted<string> {
  const number = mode === 'fixed' ? lastLabel(answer, count) : (largest(answer, /A(\d+)/g, count) ?? largestWithin(answer, count));
  const copied = sample !== undefined && answer.trim() === sample.trim();
  return number === null ? { value: '???', valid: false, copied } : { value: `A${number}`, valid: true, copied };
}

/** A label is a substring of every longer one: A1 stands in A12. */
function largest(answer: string, label: RegExp, count: number): number | null {
  let best: number | null = null;
  for (const match of answer.matchAll(label)) best = larger(best, largestPrefix(match[1]!, 0, count));
  return best;
}

function largestWithin(answer: string, count: number): number | null {
  let best: number | null = null;
  for (const [digits] of answer.matchAll(/\d+/g))
    for (let from = 0; from < digits.length; from++) best = larger(best, largestPrefix(digits, from, count));
  return best;
}

/** The largest number from 1 to `count` that digits begin with at a place. */
function largestPrefix(digits: string, from: number, count: number): number | null {
  let [number, best]: [number, number | null] = [0, null];
  for (let at = from; at < digits.length && digits[from] !== '0'; at++) {
    number = 10 * number + Number(digits[at]);
    if (number > count) break;
    best = number;
  }
  return best;
}

const larger = (a: number | null, b: number | null) => (a === null || (b !== null && b > a) ? b : a);

function lastLabel(answer: string, count: number): number | null {
  let last: number | null = null;
  for (const match of answer.matchAll(/(?<![\p{L}\p{N}])A([1-9]\d{0,6})(?![\p{L}\p{N}])/gu))
    if (Number(match[1]) <= count) last = Number(match[1]);
  return last;
}
