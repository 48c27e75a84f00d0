/** Milliseconds that `work` takes, and what it gives. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const startMs = performance.now();
  const value = await work();
  return { ms: performance.now() - startMs, value };
}

/**
 * Best time of each contestant in milliseconds. They take turns, round by round, so that a busy moment of the machine
 * meets all of them.
 */
export async function bestInTurns<K extends string>(
  contestants: { readonly [name in K]: () => unknown },
  rounds = 3,
): Promise<{ [name in K]: number }> {
  const names = Object.keys(contestants) as K[];
  const best = Object.fromEntries(names.map((name) => [name, Number.POSITIVE_INFINITY])) as { [name in K]: number };
  for (let round = 0; round < rounds; round++) {
    for (const name of names) best[name] = Math.min(best[name], (await timed(contestants[name])).ms);
  }
  return best;
}

/** The middle value; the mean of the two middle ones when there is an even number of them. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
