/** A passage that a search found. `passage` counts from 0 in the order of the passages. */
export interface Hit {
  readonly passage: number;
  /** BM25 score, over 0: comparable within one query only. */
  readonly score: number;
}

/** The `k` passages of highest score over 0, best first; of equal ones the earlier first. */
export function takeBest(scores: Float64Array, k: number): Hit[] {
  const best: Hit[] = [];
  for (let passage = 0; passage < scores.length; passage++) {
    const score = scores[passage]!;
    if (score <= 0 || (best.length >= k && score <= (best.at(-1)?.score ?? Infinity))) continue;
    if (best.length >= k) best.pop();
    best.splice(rankOf(best, score), 0, { passage, score });
  }
  return best;
}

// After all that are at least as good: found by halving, so that a large k stays cheap.
function rankOf(best: readonly Hit[], score: number): number {
  let low = 0;
  let high = best.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (best[middle]!.score >= score) low = middle + 1;
    else high = middle;
  }
  return low;
}
