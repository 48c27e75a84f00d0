import type { TerminalStyle } from './terminal-style.ts';
import { emphasize } from './terminal-style.ts';
import { cutTo, type WidthOf } from './text-width.ts';

/** A column of a small table. The `flexible` one (a name) is cut when the table is too wide; numbers never are. */
export interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly flexible?: true;
}

/** A small table without borders, in the width of the terminal. Cells may be painted, except in the flexible column. */
export async function terminalTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { widthOf, ...style }: TerminalStyle & { readonly widthOf: WidthOf },
): Promise<string> {
  const { default: Table } = await import('cli-table3');
  const widths = columns.map((column, i) => Math.max(widthOf(column.head), ...rows.map((row) => widthOf(row[i] ?? ''))));
  const excess = widths.reduce((sum, width) => sum + width + 2, -2) - style.columns;
  const mark = style.color === 'none' ? '~' : '…';
  const fit = (text: string, i: number) =>
    columns[i]?.flexible ? cutTo(text, Math.max(8, widths[i]! - Math.max(0, excess)), { widthOf, mark }) : text;
  const table = new Table({
    head: columns.map((column) => emphasize(column.head, { as: 'dim', color: style.color })),
    colAligns: columns.map((column) => column.align),
    chars: BORDERLESS,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  table.push(...rows.map((row) => row.map(fit)));
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

const BORDERLESS = {
  ...Object.fromEntries(
    [
      'top',
      'top-mid',
      'top-left',
      'top-right',
      'bottom',
      'bottom-mid',
      'bottom-left',
      'bottom-right',
      'left',
      'left-mid',
      'mid',
      'mid-mid',
      'right',
      'right-mid',
    ].map((place) => [place, '']),
  ),
  middle: '  ',
};
