/**
 * The first `count` items dealt round by round (LongICLBench): one of each label in the order of the labels' first appearance; where a label has no more,
 * the next label that has takes its place. Fewer when there are no more.
 */
export function dealRounds<T>(
  items: readonly T[],
  { labelOf, count }: { readonly labelOf: (item: T) => string; readonly count: number },
): T[] {
  const decks = [...Map.groupBy(items, labelOf).values()];
  const next = decks.map(() => 0);
  const dealt: T[] = [];
  for (let turn = 0; dealt.length < count; turn++) {
    const asked = turn % decks.length;
    const at = [...decks.keys()].map((step) => (asked + step) % decks.length).find((i) => next[i]! < decks[i]!.length);
    if (at === undefined) break;
    dealt.push(decks[at]![next[at]!++]!);
  }
  return dealt;
}
