import { cellTable } from './cell-table.ts';
import type { DataTable, DataValue } from './data-table.ts';
import type { RunSummary } from './run-summary.ts';

/** All scores of a run as CSV, one row per cell (see `cellTable`). */
export function renderCsv(summary: Pick<RunSummary, 'run' | 'model' | 'strategy' | 'scores'>): string {
  const { columns, rows } = cellTable(summary);
  return [columns.map(({ name }) => name), ...(rows as Iterable<readonly DataValue[]>)].map(csvLine).join('');
}

/** A data table as CSV (RFC 4180, UTF-8 without a mark, CRLF), line by line. What is missing is an empty field; a list is set with `;`. */
export async function* csvLines({ columns, rows }: DataTable): AsyncGenerator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for await (const row of rows) yield csvLine(row);
}

function csvLine(row: readonly DataValue[]): string {
  return `${row.map(csvField).join(',')}\r\n`;
}

/** One field. A text that a spreadsheet would run as a formula gets a `'` in front (OWASP, CSV injection); numbers stay numbers. */
export function csvField(value: DataValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'object') return value.join(';');
  if (typeof value !== 'string') return String(value);
  const text = /^[=+\-@\t\r\n＝＋－＠]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
