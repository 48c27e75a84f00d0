import { BASELINE_HEAD, baselineRows, skipSentences } from '../baseline-table.ts';
import { FLAG_RULE, flagSentences } from '../baseline-flag.ts';
import { shortTask } from '../labels.ts';
import type { RunSummary } from '../run-summary.ts';
import { visibleLine } from '../visible-text.ts';
import { emphasize, type TerminalStyle } from './terminal-style.ts';
import { terminalTable } from './terminal-table.ts';
import type { WidthOf } from './text-width.ts';

/** Columns that a narrow terminal keeps: scores, difference, p, n. */
const NARROW = [0, 1, 2, 4, 5, 7, 8];
const WIDE_COLUMNS = 120;

/** Tasks under every baseline beside the run, and what that says of them. Empty without baselines. */
export async function baselineSection(summary: RunSummary, layout: TerminalStyle & { readonly widthOf: WidthOf }): Promise<string> {
  const rows = baselineRows(summary);
  if (rows.length === 0) return '';
  const kept = layout.columns < WIDE_COLUMNS ? NARROW : BASELINE_HEAD.map((_, i) => i);
  const columns = kept.map((i) =>
    i === 0
      ? ({ head: 'task', align: 'left', flexible: true } as const)
      : ({ head: BASELINE_HEAD[i]!.toLowerCase(), align: i === 1 ? 'left' : 'right' } as const),
  );
  const cells = rows.map(([task, ...rest]) => {
    const row = [shortTask(task!), ...rest].map(visibleLine);
    return kept.map((i) => row[i]!);
  });
  const flags = flagSentences(summary).map((sentence) => emphasize(visibleLine(sentence), { as: 'bold', color: layout.color }));
  const text = await terminalTable(columns, cells, layout);
  const skips = skipSentences(summary).map(visibleLine);
  return [text, ...skips, ...flags, ...(flags.length > 0 ? [emphasize(FLAG_RULE, { as: 'dim', color: layout.color })] : [])].join('\n');
}
