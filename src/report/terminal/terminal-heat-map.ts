import { axisLabel, axisTitle, type AxisValue } from '../axis.ts';
import type { HeatCell, HeatMap } from '../heat-map.ts';
import { scoreLabel } from '../labels.ts';
import { visibleLine } from '../visible-text.ts';
import { emphasize, paintScore, type TerminalStyle } from './terminal-style.ts';
import { cutTo, padTo, type WidthOf } from './text-width.ts';

/** How to draw: the terminal's style, the width function, and a title. */
export interface TerminalHeatMapOptions extends TerminalStyle {
  readonly widthOf: WidthOf;
  readonly title: string;
}

/** Widest row label kept whole, in columns. */
const MAX_LABEL = 16;

/**
 * A heat map as lines of text: scores 0–100 on their colour, columns' means and n below. Where the columns do not fit side by side, the map
 * continues below. Marks for places without a score: `-` missing, `x` skipped, `.` nothing asked.
 */
export function terminalHeatMap(map: HeatMap, options: TerminalHeatMapOptions): string {
  const { columns, color, widthOf } = options;
  const labels = map.rows.map((row) => label(map.y, row, options));
  const labelWidth = Math.max(...[...labels, 'mean', 'n'].map(widthOf));
  const heads = map.columns.map((column) => label(map.x, column, options));
  const widest = Math.max(3, ...heads.map(widthOf), ...map.columnMeans.map((mean) => String(mean.n).length));
  const room = columns - labelWidth - 1;
  // One column of air on both sides where there is room, else on one.
  const cellWidth = (widest + 2) * heads.length <= room ? widest + 2 : widest + 1;
  const perBlock = Math.max(1, Math.floor(room / cellWidth));
  const block = (from: number) => {
    const slice = <T>(values: readonly T[]) => values.slice(from, from + perBlock);
    const pad = (text: string) => padTo(text, cellWidth - 1, { widthOf, align: 'right' }) + ' ';
    const line = (name: string, cells: readonly string[]) =>
      `${padTo(name, labelWidth, { widthOf, align: 'right' })} ${cells.join('')}`.trimEnd();
    const paint = (cell: HeatCell) => paintCell(cell, { pad, color });
    return [
      emphasize(line('', slice(heads).map(pad)), { as: 'bold', color }),
      ...map.cells.map((cells, i) => line(labels[i]!, slice(cells).map(paint))),
      line('mean', slice(map.columnMeans).map(paint)),
      emphasize(
        line(
          'n',
          slice(map.columnMeans).map((mean) => pad(String(Math.round(mean.n)))),
        ),
        { as: 'dim', color },
      ),
    ].join('\n');
  };
  const blocks = heads.flatMap((_, i) => (i % perBlock === 0 ? [block(i)] : []));
  const axes = `${axisTitle(map.y)}, down; ${axisTitle(map.x)}, across`;
  return [
    emphasize(cutTo(visibleLine(options.title), columns, cutOptions(options)), { as: 'bold', color }),
    emphasize(cutTo(axes, columns, cutOptions(options)), { as: 'dim', color }),
    blocks.join('\n\n'),
  ].join('\n');
}

/** The key to the colours and marks of heat maps, one line. */
export function terminalLegend({ color }: TerminalStyle): string {
  const marks = '- missing   x skipped   . not asked';
  if (color === 'none') return `scores 0-100   ${marks}`;
  const ramp = Array.from({ length: 11 }, (_, i) => paintScore('  ', { score: i / 10, color })).join('');
  return `0 ${ramp} 100   ${marks}`;
}

const MARKS = { missing: '-', skipped: 'x', absent: '.', scored: '' };

function paintCell(
  cell: HeatCell,
  { pad, color }: { readonly pad: (text: string) => string; readonly color: TerminalStyle['color'] },
): string {
  if (cell.mean === null) return emphasize(pad(MARKS[cell.state]), { as: 'dim', color });
  return paintScore(pad(scoreLabel(cell.mean)), { score: cell.mean, color });
}

function label(axis: string, value: AxisValue, options: TerminalHeatMapOptions): string {
  return cutTo(visibleLine(axisLabel(axis, value)), MAX_LABEL, cutOptions(options));
}

function cutOptions({ color, widthOf }: TerminalHeatMapOptions) {
  return { widthOf, mark: color === 'none' ? '~' : '…' };
}
