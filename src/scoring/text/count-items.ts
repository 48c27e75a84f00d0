/** How often each item occurs. */
export function countItems(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** Size of the overlap of two lists as multisets. */
export function sharedCount(a: readonly string[], b: readonly string[]): number {
  const counts = countItems(b);
  let shared = 0;
  for (const [item, times] of countItems(a)) shared += Math.min(times, counts.get(item) ?? 0);
  return shared;
}
