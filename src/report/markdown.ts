import { axisLabel, axisTitle, cellLabel } from './axis.ts';
import { effectiveLengthLabel, effectiveLengths } from './effective-lengths.ts';
import { heatMapsOf, type HeatCell, type HeatMap } from './heat-map.ts';
import { BASELINE_HEAD, baselineRows, skipSentences } from './baseline-table.ts';
import { FLAG_RULE, flagSentences } from './baseline-flag.ts';
import { bracketedInterval, countLabel, facetLabel, intervalLabel, scoreLabel, valueLabel } from './labels.ts';
import type { RunSummary } from './run-summary.ts';
import { taskScores } from './task-scores.ts';
import { visibleLine } from './visible-text.ts';

/** A run as Markdown for a README: headline, tasks, heat maps as tables, aggregates, what is missing, how to repeat it. */
export function renderMarkdown(summary: RunSummary): string {
  const sections = [
    headline(summary),
    tasks(summary),
    baselines(summary),
    lengths(summary),
    ...heatMaps(summary),
    aggregates(summary),
    skipped(summary),
    repeat(summary),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** A Markdown table. Cells are plain text: they are escaped here. The first `texts` columns (default 1) are flush left, the rest right. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { texts = 1 }: { readonly texts?: number } = {},
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  const rule = `| ${head.map((_, i) => (i < texts ? ':--' : '--:')).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** Plain text made safe inside Markdown and the HTML that it becomes, on one line. */
export function markdownText(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_[\]|#~!]/g, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function headline({ overall, model, strategy, ...summary }: RunSummary): string {
  const interval = bracketedInterval(overall, { name: '95 % interval' });
  const missing = overall.missing > 0 ? `, ${countLabel(overall.missing)} missing` : '';
  const facts = `${strategy}, tokenizer ${summary.tokenizer}, seed ${summary.seed}, Fathom ${summary.version}, run ${summary.run}`;
  return [
    `## ${markdownText(model)}`,
    '',
    `**${markdownText(overall.label)}: ${valueLabel(overall.mean, overall.unit)}**${interval}, n = ${countLabel(overall.n)}${missing}.`,
    ...summary.baselines.map(
      (baseline) =>
        `Baseline ${markdownText(baseline.name)}, same samples: ${valueLabel(baseline.mean)} (${intervalLabel(baseline)}), n = ${countLabel(baseline.n)}.`,
    ),
    `Strategy ${markdownText(facts)}.`,
  ].join('\n');
}

function tasks(summary: RunSummary): string {
  const rows = taskScores(summary).map((task) => [
    facetLabel(task),
    scoreLabel(task.mean, { digits: 1 }),
    intervalLabel(task),
    countLabel(task.n),
    countLabel(task.missing),
    `${task.metric} (${task.mode})`,
  ]);
  return markdownTable(['Task', 'Score', '95 % interval', 'n', 'Missing', 'Metric'], rows);
}

function baselines(summary: RunSummary): string {
  const rows = baselineRows(summary);
  if (rows.length === 0) return '';
  const flags = flagSentences(summary).map((sentence) => `- ${markdownText(sentence)}`);
  const skips = skipSentences(summary).map((sentence) => `- ${markdownText(sentence)}`);
  const sections = [
    'Baselines, on the same samples; difference: this run − baseline.',
    markdownTable(BASELINE_HEAD, rows),
    ...(skips.length > 0 ? [skips.join('\n')] : []),
    ...(flags.length > 0 ? [flags.join('\n'), markdownText(FLAG_RULE)] : []),
  ];
  return sections.join('\n\n');
}

function lengths(summary: RunSummary): string {
  return effectiveLengths(summary)
    .map((found) => `Effective length at ${scoreLabel(found.threshold)} %, ${facetLabel(found)}: ${effectiveLengthLabel(found)}.`)
    .map(markdownText)
    .join('  \n');
}

function heatMaps(summary: RunSummary): string[] {
  return heatMapsOf(summary).map(({ facet, map }) => `### ${markdownText(facetLabel(facet))}\n\n${heatTable(map)}`);
}

function heatTable(map: HeatMap): string {
  const head = [`${axisTitle(map.y)} \\ ${axisTitle(map.x)}`, ...map.columns.map((column) => axisLabel(map.x, column))];
  const rows = map.cells.map((cells, i) => [axisLabel(map.y, map.rows[i]!), ...cells.map(heatLabel)]);
  const n = map.columnMeans.map((mean) => countLabel(mean.n));
  return markdownTable(head, [...rows, ['mean', ...map.columnMeans.map(heatLabel)], ['n', ...n]]);
}

const STATES = { scored: '', missing: '–', skipped: 'skipped', absent: '' };

function heatLabel(cell: HeatCell): string {
  return cell.mean === null ? STATES[cell.state] : scoreLabel(cell.mean);
}

function aggregates({ aggregates: rows }: RunSummary): string {
  if (rows.length === 0) return '';
  const lines = rows.map(({ label, value, unit, n, missing }) => [
    label,
    valueLabel(value, unit),
    unit,
    countLabel(n),
    countLabel(missing),
  ]);
  return markdownTable(['Aggregate', 'Value', 'Unit', 'n', 'Missing'], lines);
}

function skipped({ skippedCells }: RunSummary): string {
  if (skippedCells.length === 0) return '';
  const lines = skippedCells.map(({ task, cell, reason, detail, count }) => [task, cellLabel(cell), reason, detail, String(count)]);
  return `Skipped:\n\n${markdownTable(['Task', 'Cell', 'Reason', 'Detail', 'Samples'], lines)}`;
}

function repeat({ command }: RunSummary): string {
  // A fence longer than any run of backticks inside cannot be closed from inside.
  const fence = '`'.repeat(Math.max(3, ...[...command.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return `${fence}sh\n${visibleLine(command)}\n${fence}`;
}
