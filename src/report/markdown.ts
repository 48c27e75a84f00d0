import { EFFECTIVE_THRESHOLD } from '../stats/index.ts';
import { axisLabel, axisTitle, cellLabel, tokensLabel } from './axis.ts';
import { effectiveLengthLabel, effectiveLengths } from './effective-lengths.ts';
import { heatMapsOf, type HeatCell, type HeatMap } from './heat-map.ts';
import { BASELINE_HEAD, baselineRows, skipSentences } from './baseline-table.ts';
import { FLAG_RULE, flagSentences } from './baseline-flag.ts';
import { groupTable, shownGroupings } from './group-table.ts';
import { bracketedInterval, countLabel, countNoun, cutsSentence, facetLabel, intervalLabel, scoreLabel, valueLabel } from './labels.ts';
import type { RunSummary } from './run-summary.ts';
import { taskScores } from './task-scores.ts';
import { visibleLine } from './visible-text.ts';

/** A run as Markdown for a README: headline, tasks, lengths, aggregates, how to repeat it; what is long (heat maps, skipped cells) is folded away. */
export function renderMarkdown(summary: RunSummary): string {
  const sections = [
    headline(summary),
    tasks(summary),
    baselines(summary),
    lengths(summary),
    groups(summary),
    aggregates(summary),
    heatMaps(summary),
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
  const cut = cutsSentence(summary.documents);
  const facts = `${strategy}, tokenizer ${summary.tokenizer}, seed ${summary.seed}, Fathom ${summary.version}, run ${summary.run}`;
  return [
    `## ${markdownText(model)}`,
    '',
    `**${markdownText(overall.label)}: ${valueLabel(overall.mean, overall.unit)}**${interval}, n = ${countLabel(overall.n)}${missing}.`,
    ...baselineLine(summary),
    `Strategy ${markdownText(facts)}.`,
    ...(cut === undefined ? [] : [cut]),
    ...summary.alarms.map(({ kind, count, detail }) => `Warning: ${markdownText(`${kind}: ${detail}`)} (${countLabel(count)}).`),
  ].join('\n');
}

function baselineLine({ baselines: all }: Pick<RunSummary, 'baselines'>): readonly string[] {
  if (all.length === 0) return [];
  const scores = all.map(
    ({ name, mean, n, ...interval }) => `${name} ${valueLabel(mean)} (${intervalLabel(interval)}, n = ${countLabel(n)})`,
  );
  return [`Baselines, same samples: ${markdownText(scores.join('; '))}.`];
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

function lengths({ profiles }: RunSummary): string {
  const curves = profiles.filter(({ axis }) => axis === 'askedTokens');
  if (curves.length === 0) return '';
  const places = [...new Set(curves.flatMap(({ points }) => points.map(({ at }) => at)))].sort((a, b) => a - b);
  const rows = curves.map((profile) => {
    const [found] = effectiveLengths({ profiles: [profile] });
    const means = places.map((at) => scoreLabel(profile.points.find((point) => point.at === at)?.mean ?? null));
    return [facetLabel(profile), ...means, found === undefined ? '–' : effectiveLengthLabel(found)];
  });
  const head = ['Score by length (tokens)', ...places.map(tokensLabel), `Effective length at ${scoreLabel(EFFECTIVE_THRESHOLD)} %`];
  return markdownTable(head, rows);
}

/** What was asked for: groups of tasks by their tags. */
function groups(summary: RunSummary): string {
  const tables = shownGroupings(summary).map((by) => {
    const { head, rows } = groupTable(summary, by);
    return markdownTable(head, rows);
  });
  return tables.join('\n\n');
}

function heatMaps(summary: RunSummary): string {
  const maps = heatMapsOf(summary);
  const tables = maps.map(({ facet, map }) => `**${markdownText(facetLabel(facet))}**\n\n${heatTable(map)}`);
  const isUsual = maps.every(({ map }) => map.x === 'askedTokens');
  return maps.length === 0 ? '' : folded(isUsual ? 'Scores by length and depth' : 'Scores over two axes', tables);
}

/** GitHub and GitLab fold it; where HTML is left out, it stands there in full. */
function folded(title: string, parts: readonly string[]): string {
  return [`<details><summary>${title}</summary>`, ...parts, '</details>'].join('\n\n');
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
  const samples = skippedCells.reduce((sum, { count }) => sum + count, 0);
  return folded(`Skipped: ${countNoun(samples, 'sample')}`, [markdownTable(['Task', 'Cell', 'Reason', 'Detail', 'Samples'], lines)]);
}

function repeat({ command }: RunSummary): string {
  // A fence longer than any run of backticks inside cannot be closed from inside.
  const fence = '`'.repeat(Math.max(3, ...[...command.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)));
  return `${fence}sh\n${visibleLine(command)}\n${fence}`;
}
