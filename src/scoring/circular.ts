/** One item asked with its options rotated. `picked[r]` is the answer to rotation r as an original option index, null when none was given. */
export interface CircularItem {
  readonly picked: readonly (number | null)[];
  readonly gold: number;
}

/**
 * Circular evaluation (OpenCompass `CircularEvaluator`), values 0–1: `acc1` first rotation right, `accAll` share of all rotations right,
 * `perfAll` items with every rotation right, `vote` items whose most frequent pick (first on a tie) is right. Null without items.
 */
export function circularScores(items: readonly CircularItem[]) {
  const mean = (values: readonly number[]) => (values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length);
  const right = items.map(({ picked, gold }) => picked.map((pick) => Number(pick === gold)));
  return {
    acc1: mean(right.flatMap((row) => row.slice(0, 1))),
    accAll: mean(right.flat()),
    perfAll: mean(right.map((row) => Number(row.length > 0 && row.every((hit) => hit === 1)))),
    vote: mean(items.map(({ picked, gold }) => Number(majority(picked) === gold))),
  };
}

function majority(picked: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const pick of picked) if (pick !== null) counts.set(pick, (counts.get(pick) ?? 0) + 1);
  return [...counts].reduce<[number | null, number]>((best, entry) => (entry[1] > best[1] ? entry : best), [null, 0])[0];
}
