/** Lists of at least this length have items that make up more than a hundredth of them ignored as starting points. */
const POPULAR_FROM = 200;

/**
 * Sum of the sizes of all matching blocks that Python's `difflib.SequenceMatcher(None, a, b)` finds (autojunk on): the longest block, of those the first in `a`,
 * then in `b`; then the same to its left and right.
 */
export function matchedSize(a: readonly string[], b: readonly string[]): number {
  const places = placesOf(b);
  const queue: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  let total = 0;
  while (queue.length > 0) {
    const [aFrom, aTo, bFrom, bTo] = queue.pop()!;
    const { i, j, size } = longest({ a, b, places }, [aFrom, aTo, bFrom, bTo]);
    if (size === 0) continue;
    total += size;
    if (aFrom < i && bFrom < j) queue.push([aFrom, i, bFrom, j]);
    if (i + size < aTo && j + size < bTo) queue.push([i + size, aTo, j + size, bTo]);
  }
  return total;
}

function placesOf(b: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [j, item] of b.entries()) {
    const found = places.get(item);
    if (found) found.push(j);
    else places.set(item, [j]);
  }
  if (b.length >= POPULAR_FROM) {
    const most = Math.floor(b.length / 100) + 1;
    for (const [item, found] of places) if (found.length > most) places.delete(item);
  }
  return places;
}

interface Pair {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function longest({ a, b, places }: Pair, [aFrom, aTo, bFrom, bTo]: [number, number, number, number]) {
  let [bestI, bestJ, size] = [aFrom, bFrom, 0];
  let lengths = new Map<number, number>();
  for (let i = aFrom; i < aTo; i++) {
    const next = new Map<number, number>();
    for (const j of places.get(a[i]!) ?? []) {
      if (j < bFrom) continue;
      if (j >= bTo) break;
      const k = (lengths.get(j - 1) ?? 0) + 1;
      next.set(j, k);
      if (k > size) [bestI, bestJ, size] = [i - k + 1, j - k + 1, k];
    }
    lengths = next;
  }
  while (bestI > aFrom && bestJ > bFrom && a[bestI - 1] === b[bestJ - 1]) [bestI, bestJ, size] = [bestI - 1, bestJ - 1, size + 1];
  while (bestI + size < aTo && bestJ + size < bTo && a[bestI + size] === b[bestJ + size]) size++;
  return { i: bestI, j: bestJ, size };
}
