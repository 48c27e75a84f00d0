import type { Aggregate, Family, Json, ScoredRow } from '../core/index.ts';

/** Reason of a row that has no outcome yet; it may still get a score. */
export const PENDING = 'pending';

/**
 * A family's numbers, each with how many of its missing samples ended in an error. Which samples a number is made of only the family knows:
 * asked again as if every failed sample had a score, it counts so many fewer as missing.
 */
export function withFailures(family: Family, rows: readonly ScoredRow[], options: Json): readonly Aggregate[] {
  const aggregates = family.aggregate(rows, options);
  if (!rows.some(hasFailed)) return aggregates;
  const scored = family.aggregate(
    rows.map((row) => (hasFailed(row) ? answered(row) : row)),
    options,
  );
  const missing = new Map(scored.map((aggregate) => [keyOf(aggregate), aggregate.missing]));
  return aggregates.map((aggregate) => {
    const failed = aggregate.missing - (missing.get(keyOf(aggregate)) ?? aggregate.missing);
    return failed > 0 ? { ...aggregate, failed } : aggregate;
  });
}

/** The row with a score that stands for none: for what a family counts, not for its value. */
export function answered(row: Omit<ScoredRow, 'result'>): ScoredRow {
  return { ...row, result: { status: 'ok', score: { value: 0, metric: '', mode: '' } } };
}

const hasFailed = ({ result }: ScoredRow): boolean => result.status === 'error' && result.reason !== PENDING;

const keyOf = ({ metric, cell }: Aggregate): string => JSON.stringify([metric, Object.entries(cell).sort()]);
