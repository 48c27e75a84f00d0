import { axisValues, type AxisValue } from './axis.ts';
import type { CellChange } from './compare-runs.ts';

/** A place in a map of differences: means over the samples that both runs scored there; null without any. */
export interface DifferenceCell {
  readonly before: number | null;
  readonly after: number | null;
  /** After − before, paired. */
  readonly difference: number | null;
  readonly n: number;
}

/** Paired differences laid out over two axes, for one task and language. `cells[row][column]`. */
export interface DifferenceMap {
  readonly task: string;
  readonly language: string | null;
  readonly x: string;
  readonly y: string;
  readonly columns: readonly AxisValue[];
  readonly rows: readonly AxisValue[];
  readonly cells: readonly (readonly DifferenceCell[])[];
}

/** One map per task and language that spreads over both axes (defaults: length across, depth down); other axes are pooled by n. */
export function differenceMaps(
  changes: readonly CellChange[],
  { x = 'askedTokens', y = 'depthPercent' }: { readonly x?: string; readonly y?: string } = {},
): DifferenceMap[] {
  const groups = Map.groupBy(changes, ({ task, cell }) => JSON.stringify([task, cell['language'] ?? null]));
  return [...groups].flatMap(([key, members]) => {
    const [task, language] = JSON.parse(key) as [string, string | null];
    const placed = members.filter(({ cell }) => cell[x] !== undefined && cell[y] !== undefined);
    const cells = placed.map(({ cell }) => cell);
    const [columns, rows] = [axisValues(cells, x), axisValues(cells, y)];
    if (columns.length + rows.length < 3) return [];
    const at = (row: AxisValue, column: AxisValue) => pooled(placed.filter(({ cell }) => cell[x] === column && cell[y] === row));
    return [{ task, language, x, y, columns, rows, cells: rows.map((row) => columns.map((column) => at(row, column))) }];
  });
}

function pooled(changes: readonly CellChange[]): DifferenceCell {
  const n = changes.reduce((sum, change) => sum + change.n, 0);
  if (n === 0) return { before: null, after: null, difference: null, n };
  const mean = (of: 'before' | 'after') => changes.reduce((sum, change) => sum + change[of] * change.n, 0) / n;
  const [before, after] = [mean('before'), mean('after')];
  return { before, after, difference: after - before, n };
}
