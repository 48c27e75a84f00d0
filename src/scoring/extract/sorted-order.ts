import type { ModeOptions } from '../longbench/mode.ts';
import type { Extracted } from './best-answer.ts';

/** The most segments that an answer is read for: beyond, there are too many orders to try. */
export const MOST_SEGMENTS = 6;

const ORDERS = new Map<number, readonly (readonly number[])[]>();

export interface SortedOrderOptions {
  /** The answer that the prompt shows as an example. */
  readonly sample?: string;
  /** Number of segments, 2 to 6. Default 4, as published. */
  readonly count?: number;
}

/**
 * Ada-LEval TSort: the order that an answer gives for four (or `count`) segments: JSON after "Answer:", else the only permutation of 1–4 whose digits stand in the
 * text in that order, else zeros. A JSON list of numbers is taken as it is, whatever its length.
 */
export function sortedOrder(answer: string, { sample, count = 4 }: SortedOrderOptions = {}): Extracted<readonly number[]> {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const value = listOf(answer) ?? onlyPermutation(answer, numbers) ?? numbers.map(() => 0);
  const valid = value.length === count && value.toSorted().join() === numbers.join();
  return { value, valid, copied: sample !== undefined && answer.trim() === sample.trim() };
}

/** Whether an order is right (0 or 1). Official: only as far as the shorter list goes, so that `[2]` is right when the order begins with 2; fixed: all of it. */
export function orderHit(given: readonly number[], right: readonly number[], { mode = 'official' }: ModeOptions = {}): number {
  if (mode === 'fixed' && given.length !== right.length) return 0;
  return Number(given.slice(0, right.length).every((number, i) => number === right[i]));
}

function listOf(answer: string): readonly number[] | null {
  const at = answer.indexOf('Answer:');
  try {
    const read: unknown = JSON.parse(at === -1 ? answer : answer.slice(at + 'Answer:'.length));
    return Array.isArray(read) && read.every((item) => typeof item === 'number') ? read : null;
  } catch {
    return null;
  }
}

function onlyPermutation(text: string, numbers: readonly number[]): readonly number[] | null {
  const digits = text.replace(/[^1-6]/g, '');
  const found = ordersOf(numbers).filter((order) => isWithin(order, digits));
  return found.length === 1 ? found[0]! : null;
}

function ordersOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const known = ORDERS.get(numbers.length) ?? permutations(numbers);
  ORDERS.set(numbers.length, known);
  return known;
}

/** Whether the digits of an order stand in a text one after the other, anything between them. */
function isWithin(order: readonly number[], digits: string): boolean {
  let at = -1;
  for (const number of order) {
    at = digits.indexOf(String(number), at + 1);
    if (at === -1) return false;
  }
  return true;
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}
