import type { ScoredRow } from '../core/index.ts';

/** The rows with the scores of some of them, and of their parts, set to a value. A missing score stays missing. */
export function scoresSetTo(
  value: number,
  { rows, own }: { readonly rows: readonly ScoredRow[]; readonly own: ReadonlySet<ScoredRow> },
): ScoredRow[] {
  return rows.map((row) => {
    if (row.result.status !== 'ok' || !own.has(row)) return row;
    const { score } = row.result;
    const parts = score.parts && { parts: score.parts.map((part) => ({ ...part, value })) };
    return { ...row, result: { status: 'ok', score: { ...score, value, ...parts } } };
  });
}
