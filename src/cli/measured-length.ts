import { z } from 'zod';
import type { LedgerRow } from '../core/index.ts';
import { effectiveLength, meanOfPresent, wilson } from '../stats/index.ts';

const tokens = z.number().int().positive().nullable();

/** The effective length by all scores of a grid. */
export const measuredLengthSchema = z.object({
  tokens: tokens.describe('The longest length whose mean reaches the threshold, with all shorter ones too.'),
  lowTokens: tokens.describe('The longest length up to which every 95 % interval lies above the threshold.'),
  highTokens: tokens.describe('The last length before the first whose 95 % interval lies below the threshold.'),
  firstFailingTokens: tokens,
  passingBeyond: z.array(z.number().int().positive()),
  shortestTokens: tokens.describe('The shortest length with a score.'),
  longestTokens: tokens,
  unscored: z.array(z.number().int().positive()).describe('Lengths without a single score; they are left out.'),
  curve: z.array(
    z.object({
      lengthTokens: z.number().int().positive(),
      mean: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      n: z.number().int().nonnegative(),
      missing: z.number().int().nonnegative(),
    }),
  ),
});

export type MeasuredLength = z.infer<typeof measuredLengthSchema>;

/** Pools the scores of each length over everything else, with Wilson intervals, and reads off the effective length. */
export function measuredLength(rows: readonly LedgerRow[], threshold: number): MeasuredLength {
  const byLength = [...Map.groupBy(rows, ({ sample }) => Number(sample.cell['askedTokens']))];
  const curve = byLength.map(([lengthTokens, members]) => {
    const pooled = meanOfPresent(members.map(({ outcome }) => (outcome?.result.status === 'ok' ? outcome.result.score.value : null)));
    return { lengthTokens, ...pooled, ...wilson(pooled.mean, pooled.n) };
  });
  const found = effectiveLength(curve, threshold);
  return {
    ...found,
    passingBeyond: [...found.passingBeyond],
    unscored: [...found.unscored],
    curve: curve.toSorted((a, b) => a.lengthTokens - b.lengthTokens),
  };
}
