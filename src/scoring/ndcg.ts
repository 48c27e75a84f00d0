/**
 * nDCG@k (0–1) of a ranking: gains by id (1 for relevant, by default 0), discounted by log2(rank + 1), over the best possible. Null when nothing is relevant. An id
 * counts where it stands first.
 */
export function ndcg(ranked: readonly string[], gains: ReadonlyMap<string, number>, k: number): number | null {
  const ideal = discounted([...gains.values()].toSorted((a, b) => b - a).slice(0, k));
  if (ideal <= 0) return null;
  return discounted([...new Set(ranked)].slice(0, k).map((id) => gains.get(id) ?? 0)) / ideal;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
