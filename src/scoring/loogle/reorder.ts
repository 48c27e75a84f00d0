/** How far an order is from the right one: raw, and as a share of the largest possible value for so many items (0 right, 1 as wrong as can be). */
export interface Distance {
  readonly value: number;
  readonly share: number;
}

/** Mean squared and mean absolute displacement; swaps needed (items less cycles); positions that a greedy sort by swaps moves items over. */
export interface ReorderDistances {
  readonly squared: Distance;
  readonly absolute: Distance;
  readonly swaps: Distance;
  readonly swapDistance: Distance;
}

const ROMAN = /(?<![\p{L}\p{N}_])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?![\p{L}\p{N}_])/gu;

/** All words of an answer that are Roman numerals. The pronoun "I" is one, as published. */
export function romanNumerals(text: string): string[] {
  return (text.match(ROMAN) ?? []).filter((word) => word !== '');
}

/**
 * LooGLE's timeline distances (`Reorder/`). Null unless the answer is a permutation of the right order. The published script replaces every value by the largest
 * possible one; here both are given. The swap distance sorts from the first position on, as the published description leaves the greedy choice open.
 */
export function reorderDistances(given: readonly string[], right: readonly string[]): ReorderDistances | null {
  const n = right.length;
  if (n === 0 || given.length !== n) return null;
  const places = given.map((item) => right.indexOf(item));
  if (new Set(places).size !== n || places.includes(-1)) return null;
  const order = Array.from({ length: n }, () => 0);
  for (const [i, place] of places.entries()) order[place] = i;
  const moved = order.map((at, i) => Math.abs(at - i));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / n;
  return {
    squared: shareOf(mean(moved.map((by) => by * by)), (n * n - 1) / 3),
    absolute: shareOf(mean(moved), Math.floor((n * n) / 2) / n),
    swaps: shareOf(n - cycleCount(order), n - 1),
    swapDistance: shareOf(greedySwapDistance(order), largestSwapDistance(n)),
  };
}

const shareOf = (value: number, most: number): Distance => ({ value, share: most === 0 ? 0 : value / most });

function cycleCount(order: readonly number[]): number {
  const seen = new Set<number>();
  let cycles = 0;
  for (const start of order) {
    if (seen.has(start)) continue;
    cycles++;
    for (let at = start; !seen.has(at); at = order[at]!) seen.add(at);
  }
  return cycles;
}

/** Brings each item home by one swap, first position first: the sum of the distances swapped over. */
function greedySwapDistance(order: readonly number[]): number {
  const left = [...order];
  let distance = 0;
  for (let i = 0; i < left.length; i++) {
    const j = left.indexOf(i, i);
    distance += j - i;
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return distance;
}

/** Each position i may swap with the last one: n − 1 − i at most, which the rotation by one to the right reaches. */
const largestSwapDistance = (n: number) => (n * (n - 1)) / 2;
