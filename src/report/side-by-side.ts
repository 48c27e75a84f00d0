import type { Change } from './compare-runs.ts';
import { countLabel, intervalLabel, pLabel, signedLabel, valueLabel } from './labels.ts';
import type { RunSummary } from './run-summary.ts';
import type { TerminalStyle } from './terminal/terminal-style.ts';
import { terminalTable, type TableColumn } from './terminal/terminal-table.ts';
import { loadWidthOf } from './terminal/text-width.ts';
import { visibleLine } from './visible-text.ts';

/** A run on the samples of the first one, and how it differs from that; the first has no change. */
export interface SideBySideRow {
  readonly summary: Pick<RunSummary, 'model' | 'overall'>;
  readonly change?: Change;
}

const COLUMNS: readonly TableColumn[] = [
  { head: 'model', align: 'left', flexible: true },
  { head: 'score', align: 'right' },
  { head: '95 %', align: 'right' },
  { head: 'n', align: 'right' },
  { head: 'missing', align: 'right' },
  { head: 'difference', align: 'right' },
  { head: '95 %', align: 'right' },
  { head: 'p', align: 'right' },
];
/** Below this width the counts are left out: each run's own report has them. */
const WIDE_COLUMNS = 100;
const NARROW = [0, 1, 2, 5, 6, 7];

/** Several models on the same samples, one line each: score with its interval, and the paired difference to the first. Ends without a newline. */
export async function renderSideBySide(rows: readonly SideBySideRow[], style: TerminalStyle): Promise<string> {
  const kept = style.columns < WIDE_COLUMNS ? NARROW : COLUMNS.map((_, i) => i);
  const cells = rows.map((row) => cellsOf(row));
  const table = await terminalTable(
    kept.map((i) => COLUMNS[i]!),
    cells.map((row) => kept.map((i) => row[i]!)),
    { ...style, widthOf: await loadWidthOf() },
  );
  const note = 'Difference: mean over the samples that both answered, against the first model; 95 % and p are paired by sample.';
  const text = `${table}\n\n${note}`;
  return style.color === 'none' ? text.replaceAll('–', '-').replaceAll('−', '-') : text;
}

/** Names end differently, and the end is what a narrow column cuts: `http://localhost:8000/v1#qwen3` → `qwen3 at localhost:8000`. */
const shortModel = (model: string): string => model.replace(/^https?:\/\/([^/#]+)[^#]*#(.+)$/s, '$2 at $1');

function cellsOf({ summary: { model, overall }, change }: SideBySideRow): readonly string[] {
  const interval = change?.low == null || change.high === null ? '–' : `${signedLabel(change.low)} to ${signedLabel(change.high)}`;
  return [
    visibleLine(shortModel(model)),
    valueLabel(overall.mean, overall.unit),
    intervalLabel(overall),
    countLabel(overall.n),
    countLabel(overall.missing),
    change === undefined ? '–' : signedLabel(change.difference),
    interval,
    pLabel(change?.p ?? null),
  ];
}
