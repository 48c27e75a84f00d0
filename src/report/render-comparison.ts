import { cellLabel } from './axis.ts';
import type { Change, ComparedSide, FlippedSample, RunComparison } from './compare-runs.ts';
import { countLabel, countNoun, pLabel, scoreLabel, shortTask, signedLabel as signed } from './labels.ts';
import { markdownTable, markdownText } from './markdown.ts';
import { emphasize, type TerminalStyle } from './terminal/terminal-style.ts';
import { terminalTable } from './terminal/terminal-table.ts';
import { loadWidthOf } from './terminal/text-width.ts';
import { visibleLine } from './visible-text.ts';

const HEAD = ['Task', 'Before', 'After', 'Difference', '95 % interval', 'p', 'Sign test', 'Up', 'Down', 'n', 'Missing'];

/** A comparison as text for a terminal. Ends without a newline. */
export async function renderComparisonTerminal(comparison: RunComparison, style: TerminalStyle): Promise<string> {
  const widthOf = await loadWidthOf();
  // Narrow terminals keep what decides: the difference, its interval, p.
  const kept = style.columns < 100 ? [0, 1, 2, 3, 4, 5] : HEAD.map((_, i) => i);
  const columns = kept.map((i) =>
    i === 0 ? ({ head: HEAD[i]!, align: 'left', flexible: true } as const) : ({ head: HEAD[i]!, align: 'right' } as const),
  );
  const rows = changeRows(comparison).map((row) => kept.map((i) => visibleLine(row[i]!)));
  const flips = comparison.flipped.map((flip) => `  ${visibleLine(flipLine(flip))}`);
  const sections = [
    emphasize(visibleLine(`${sideLabel(comparison.before)} → ${sideLabel(comparison.after)}`), { as: 'bold', color: style.color }),
    comparison.warnings.map((warning) => `warning: ${visibleLine(warning)}`).join('\n'),
    await terminalTable(columns, rows, { ...style, widthOf }),
    notes(comparison),
    flips.length === 0
      ? 'no sample changed'
      : [`${countNoun(comparison.flippedCount, 'sample')} changed; the largest changes:`, ...flips].join('\n'),
  ];
  const text = sections.filter((section) => section !== '').join('\n\n');
  return style.color === 'none' ? text.replaceAll('→', '->').replaceAll('–', '-').replaceAll('−', '-').replaceAll(' · ', ' - ') : text;
}

/** A comparison as Markdown. */
export function renderComparisonMarkdown(comparison: RunComparison): string {
  const flips = comparison.flipped.map(({ sampleId, before, after, question }) => [
    sampleId,
    scoreLabel(before),
    scoreLabel(after),
    question,
  ]);
  const sections = [
    `## ${markdownText(sideLabel(comparison.before))} → ${markdownText(sideLabel(comparison.after))}`,
    comparison.warnings.map((warning) => `- Warning: ${markdownText(warning)}`).join('\n'),
    markdownTable(HEAD, changeRows(comparison)),
    notes(comparison),
    `${countNoun(comparison.flippedCount, 'sample')} changed.`,
    flips.length === 0 ? '' : markdownTable(['Sample', 'Before', 'After', 'Question'], flips),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** A comparison as JSON, two spaces deep, with a newline at its end. */
export function renderComparisonJson(comparison: RunComparison): string {
  return `${JSON.stringify(comparison, null, 2)}\n`;
}

function changeRows({ tasks, overall }: RunComparison): string[][] {
  return [...tasks.map((change) => changeRow(shortTask(change.task), change)), changeRow('all', overall)];
}

function changeRow(name: string, change: Change): string[] {
  const score = (value: number | null) => scoreLabel(value, { digits: 1 });
  const interval = change.low === null || change.high === null ? '–' : `${signed(change.low)} to ${signed(change.high)}`;
  const { signTest } = change;
  const counts = [signTest.up, signTest.down, change.n, change.missing].map(countLabel);
  return [
    name,
    score(change.before),
    score(change.after),
    signed(change.difference),
    interval,
    pLabel(change.p),
    pLabel(signTest.p),
    ...counts,
  ];
}

/** What the numbers rest on, and what they leave out. */
function notes({ onlyBefore, onlyAfter, overall }: RunComparison): string {
  const apart = `Left out: ${countNoun(onlyBefore, 'sample')} only in the first run, ${countLabel(onlyAfter)} only in the second.`;
  const unscored = `Missing: ${countNoun(overall.missing, 'pair')} without a score on one side or both. None counts as 0.`;
  const shared = `${countNoun(overall.n, 'pair')} in ${countNoun(overall.clusters, 'independent group')}: pairs on one haystack are one piece of evidence.`;
  return [
    ...(overall.clusters > 0 && overall.clusters < overall.n ? [shared] : []),
    ...(overall.missing > 0 ? [unscored] : []),
    ...(onlyBefore + onlyAfter > 0 ? [apart] : []),
  ].join('\n');
}

function sideLabel({ model, strategy, id }: ComparedSide): string {
  return `${model} (${strategy}, ${id})`;
}

function flipLine({ task, cell, before, after, sampleId }: FlippedSample): string {
  return `${scoreLabel(before)} → ${scoreLabel(after)} ${shortTask(task)} ${cellLabel(cell)} [${sampleId}]`;
}
