import { axisLabel, type AxisValue } from '../axis.ts';
import { hexOf, inkOn, scoreColor } from '../color-scale.ts';
import type { HeatCell, HeatMap } from '../heat-map.ts';
import { countLabel, intervalLabel, scoreLabel } from '../labels.ts';
import { visibleLine } from '../visible-text.ts';
import { HATCH_FILL } from './hatch.ts';

/** A place of a drawn heat map. In the row of means, `row` is `MEAN_ROW`. */
export interface HeatSpot {
  readonly column: AxisValue;
  readonly row: AxisValue;
  readonly cell: HeatCell;
  /** The place in words: `32k, 40 %`. */
  readonly name: string;
}

/** The row of column means below a map. */
export const MEAN_ROW = 'mean';

/** The places of a map, row by row, and its row of means last. */
export function heatSpots({ x, y, columns, rows, cells, columnMeans }: HeatMap): HeatSpot[] {
  const spot = (cell: HeatCell, { column, row }: { readonly column: AxisValue; readonly row?: AxisValue }): HeatSpot => {
    const depth = row === undefined ? 'all' : axisLabel(y, row);
    return { column, row: row ?? MEAN_ROW, cell, name: visibleLine(`${axisLabel(x, column)}, ${depth}`) };
  };
  const places = cells.flatMap((line, i) => line.map((cell, j) => spot(cell, { column: columns[j]!, row: rows[i]! })));
  return [...places, ...columnMeans.map((cell, j) => spot(cell, { column: columns[j]! }))];
}

/** The colour of its score; stripes without one; nothing where nothing was asked. */
export function spotFill({ cell }: HeatSpot): string {
  if (cell.mean !== null) return hexOf(scoreColor(cell.mean));
  return cell.state === 'absent' ? 'none' : HATCH_FILL;
}

/** The colour of text on a spot. */
export function spotInk({ cell }: HeatSpot): string {
  return cell.mean === null ? 'currentColor' : hexOf(inkOn(scoreColor(cell.mean)));
}

/** The score 0–100; `–` without one, `×` when skipped, nothing where nothing was asked. */
export function spotMark({ cell }: HeatSpot): string {
  if (cell.state === 'absent') return '';
  return cell.state === 'skipped' ? '×' : scoreLabel(cell.mean);
}

/** A spot in one sentence: place, score, interval, n. */
export function spotTooltip({ cell, name }: HeatSpot): string {
  if (cell.state === 'absent') return `${name}: not asked`;
  if (cell.mean === null) return `${name}: ${cell.state} (${countLabel(cell.missing)} without a score)`;
  const missing = cell.missing > 0 ? `, ${countLabel(cell.missing)} missing` : '';
  return `${name}: ${scoreLabel(cell.mean, { digits: 1 })} (95 %: ${intervalLabel(cell)}), n ${countLabel(Math.round(cell.n))}${missing}`;
}
