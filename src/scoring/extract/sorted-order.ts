import type { ModeOptions } from '../longbench/mode.ts';
import type { Extracted } from './best-answer.ts';

const NONE: readonly number[] = [0, 0, 0, 0];
const PERMUTATIONS = permutations([1, 2, 3, 4]);

/**
 * Ada-LEval TSort: the order that an answer gives for four segments: JSON after "Answer:", else the only permutation of 1–4 whose digits stand in the text in
 * that order, else zeros. A JSON list of numbers is taken as it is, whatever its length.
 */
export function sortedOrder(answer: string, { sample }: { readonly sample?: string } = {}): Extracted<readonly number[]> {
  const value = listOf(answer) ?? onlyPermutation(answer) ?? NONE;
  const valid = value.length === 4 && value.toSorted().join() === '1,2,3,4';
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

function onlyPermutation(text: string): readonly number[] | null {
  const digits = text.replace(/[^1-4]/g, '');
  const found = PERMUTATIONS.filter((order) => isWithin(order, digits));
  return found.length === 1 ? found[0]! : null;
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
