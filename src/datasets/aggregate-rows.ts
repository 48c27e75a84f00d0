import type { Aggregate, Cell, ScoredRow } from '../core/index.ts';

/** What a number is called, and what it is taken of. `take` default: the score of the answer. */
export interface MeanOf {
  readonly metric: string;
  readonly label: string;
  readonly cell?: Cell;
  readonly take?: (row: ScoredRow) => number | undefined;
}

/** The score of an answered row, 0–1. */
export function scoreOf({ result }: ScoredRow): number | undefined {
  return result.status === 'ok' ? result.score.value : undefined;
}

/** A part of an answered row's score, 0–1. */
export function partOf({ result }: ScoredRow, name: string): number | undefined {
  return result.status === 'ok' ? result.score.parts?.find(({ metric }) => metric === name)?.value : undefined;
}

/** The mean of rows; null where none has a value. */
export function meanOfRows(rows: readonly ScoredRow[], { metric, label, cell = {}, take = scoreOf }: MeanOf): Aggregate {
  const values = rows.flatMap((row) => take(row) ?? []);
  return { metric, label, cell, value: average(values), n: values.length, missing: rows.length - values.length };
}

/** The mean of numbers that weigh the same however many rows each has; those without a value are left out. */
export function meanOfMeans(parts: readonly Aggregate[], { metric, label, cell = {} }: Omit<MeanOf, 'take'>): Aggregate {
  const sum = (of: 'n' | 'missing') => parts.reduce((total, part) => total + part[of], 0);
  return { metric, label, cell, value: average(parts.flatMap(({ value }) => value ?? [])), n: sum('n'), missing: sum('missing') };
}

/** A mean for each part that the rows' scores have, in order of appearance, named `metric/part`. */
export function meansOfParts(rows: readonly ScoredRow[], { metric, label }: Pick<MeanOf, 'metric' | 'label'>): Aggregate[] {
  const named = rows
    .flatMap(({ result }) => (result.status === 'ok' ? (result.score.parts ?? []) : []))
    .flatMap((part) => part.metric ?? []);
  return [...new Set(named)].map((name) =>
    meanOfRows(rows, { metric: `${metric}/${name}`, label: `${label}: ${name}`, take: (row) => partOf(row, name) }),
  );
}

/** Rows by the value of an axis of their cells, in order of appearance; rows without it are in no group. */
export function rowsByAxis(rows: readonly ScoredRow[], axis: string): ReadonlyMap<Cell[string], readonly ScoredRow[]> {
  const groups = Map.groupBy(rows, ({ cell }) => cell[axis]);
  groups.delete(undefined);
  return groups as ReadonlyMap<Cell[string], readonly ScoredRow[]>;
}

/** The plain mean of numbers; null of none. */
export function average(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((a, b) => a + b, 0) / values.length;
}
