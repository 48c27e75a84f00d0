import type { Cell, ScoredRow } from '../../core/index.ts';
import { average, scoreOf } from '../../datasets/index.ts';

/** A mean over rows: `value` null when none has a score, `missing` counts rows without one. */
export interface Mean {
  readonly value: number | null;
  readonly n: number;
  readonly missing: number;
}

/** Plain mean of the rows' scores. */
export function meanOf(rows: readonly ScoredRow[]): Mean {
  const values = rows.map(scoreOf).filter((value) => value !== undefined);
  return { value: average(values), n: values.length, missing: rows.length - values.length };
}

/** Published group score: the mean over datasets (cells without their repeats) of the dataset means. Equal to `meanOf` when nothing is missing. */
export function meanOfDatasets(rows: readonly ScoredRow[]): Mean {
  const values = [...groupBy(rows, datasetOf).values()].map((dataset) => meanOf(dataset).value).filter((value) => value !== null);
  return { ...meanOf(rows), value: average(values) };
}

/** Sums are taken over the same rows many times, and writing down a cell is most of their work. */
const datasets = new WeakMap<Cell, { readonly task: string; readonly key: string }>();

/** The same text for rows of a dataset: a task and a cell without its repeat. */
function datasetOf({ task, cell }: ScoredRow): string {
  const known = datasets.get(cell);
  if (known?.task === task) return known.key;
  const axes = Object.entries(cell).filter(([axis]) => axis !== 'repeat');
  const key = JSON.stringify([task, axes.sort()]);
  datasets.set(cell, { task, key });
  return key;
}

/** Rows by a key, in the order in which the keys first come. */
export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The values of an axis that occur, numbers ascending. */
export function axisValues(rows: readonly ScoredRow[], axis: string): Cell[string][] {
  const values = [...new Set(rows.map(({ cell }) => cell[axis]).filter((value) => value !== undefined))];
  return values.sort((a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1));
}

/** The rows whose cell agrees with another on the axes named there. */
export function rowsAt(rows: readonly ScoredRow[], cell: Cell): ScoredRow[] {
  const wanted = Object.entries(cell);
  return rows.filter((row) => wanted.every(([axis, value]) => row.cell[axis] === value));
}
