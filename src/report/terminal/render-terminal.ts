import { axisLabel, axisTitle, axisValues, cellLabel } from '../axis.ts';
import { breakdownsOf } from '../breakdowns.ts';
import { groupTable } from '../group-table.ts';
import type { Grouping } from '../score-groups.ts';
import { costSentences } from '../baseline-table.ts';
import { effectiveLengthLabel, effectiveLengths } from '../effective-lengths.ts';
import { heatMapsOf, type FacetMap } from '../heat-map.ts';
import {
  countNoun,
  bracketedInterval,
  countLabel,
  cutsSentence,
  durationLabel,
  facetLabel,
  intervalLabel,
  scoreLabel,
  shortTask,
  valueLabel,
} from '../labels.ts';
import { judgeLines } from '../judge-lines.ts';
import type { RunSummary, TroubledCell } from '../run-summary.ts';
import { taskScores, type TaskScore } from '../task-scores.ts';
import { visibleLine } from '../visible-text.ts';
import { baselineSection } from './baseline-section.ts';
import { terminalHeatMap, terminalLegend } from './terminal-heat-map.ts';
import { emphasize, paintScore, type TerminalStyle } from './terminal-style.ts';
import { terminalTable } from './terminal-table.ts';
import { loadWidthOf, type WidthOf } from './text-width.ts';

type Layout = TerminalStyle & { readonly widthOf: WidthOf };

/** A run as text for a terminal: headline, heat maps, tasks side by side, groups of tasks where asked for (`by`), aggregates, usage, and what went wrong. Ends without a newline. */
export async function renderTerminal(
  summary: RunSummary,
  style: TerminalStyle,
  { by = [] }: { readonly by?: readonly Grouping[] } = {},
): Promise<string> {
  const layout: Layout = { ...style, widthOf: await loadWidthOf() };
  const maps = heatMapsOf(summary).map(({ facet, map }) => terminalHeatMap(map, { ...layout, title: mapTitle(facet, layout) }));
  const cut = cutsSentence(summary.documents);
  const sections = [
    headline(summary, layout),
    ...maps,
    maps.length > 0 ? terminalLegend(layout) : '',
    await taskTable(summary, layout),
    ...(await breakdownTables(summary, layout)),
    ...(await Promise.all(by.map((each) => groupsTable(summary, each, layout)))),
    await baselineSection(summary, layout),
    lengthLines(summary, layout),
    await aggregateTable(summary, layout),
    [...(cut === undefined ? [] : [cut]), usageLine(summary), ...[...judgeLines(summary), ...costSentences(summary)].map(visibleLine)].join(
      '\n',
    ),
    troubleLines(summary),
  ];
  const text = sections.filter((section) => section !== '').join('\n\n');
  return style.color === 'none' ? asciiMarks(text) : text;
}

function mapTitle(facet: FacetMap['facet'], { columns, widthOf }: Layout): string {
  const whole = `${facetLabel(facet)} (${facet.metric})`;
  return widthOf(whole) <= columns ? whole : facetLabel({ ...facet, task: shortTask(facet.task) });
}

function headline({ overall, model, strategy, run, status, baselines }: RunSummary, { color }: Layout): string {
  const score = `${visibleLine(overall.label)}: ${valueLabel(overall.mean, overall.unit)}${bracketedInterval(overall)}, n ${countLabel(overall.n)}`;
  const missing = overall.missing > 0 ? `, ${countLabel(overall.missing)} missing` : '';
  const origin = `${visibleLine(model)}, strategy ${visibleLine(strategy)}, run ${visibleLine(run)}${status === 'complete' ? '' : ` (${status})`}`;
  const beside = baselines.map(
    (baseline) =>
      `baseline ${visibleLine(baseline.name)}, same samples: ${valueLabel(baseline.mean)} (95 %: ${intervalLabel(baseline)}), n ${countLabel(baseline.n)}`,
  );
  return [emphasize(score + missing, { as: 'bold', color }), ...beside, origin].join('\n');
}

function paintedScore(mean: number, { color }: Layout): string {
  const label = scoreLabel(mean, { digits: 1 });
  return color === 'none' ? label : paintScore(` ${label} `, { score: mean, color });
}

/** Below this width task names lose their family and the table its last column. */
const WIDE_COLUMNS = 100;

function taskTable(summary: RunSummary, layout: Layout): Promise<string> {
  const tasks = taskScores(summary);
  const rows = tasks.map((task) => [
    visibleLine(namedApart(layout.columns < WIDE_COLUMNS ? { ...task, task: shortTask(task.task) } : task, { task, tasks })),
    task.mean === null ? '-' : paintedScore(task.mean, layout),
    intervalLabel(task),
    countLabel(task.n),
    countLabel(task.missing),
    visibleLine(`${task.metric} (${task.mode})`),
  ]);
  const columns = [
    { head: 'task', align: 'left', flexible: true },
    { head: 'score', align: 'right' },
    { head: '95 %', align: 'right' },
    { head: 'n', align: 'right' },
    { head: 'missing', align: 'right' },
    { head: 'metric', align: 'left' },
  ] as const;
  const shown = layout.columns < WIDE_COLUMNS ? columns.length - 1 : columns.length;
  return terminalTable(
    columns.slice(0, shown),
    rows.map((row) => row.slice(0, shown)),
    layout,
  );
}

/** A table for each axis that is no number: levels, types, difficulties. */
function breakdownTables(summary: RunSummary, layout: Layout): Promise<string[]> {
  const byAxis = Map.groupBy(breakdownsOf(summary), ({ axis }) => axis);
  const tables = [...byAxis].map(([axis, found]) => {
    const rows = found.flatMap(({ facet, places }) =>
      places.map(({ at, mean, n, missing, ...interval }) => [
        visibleLine(`${facetLabel({ ...facet, task: shortTask(facet.task) })} · ${facet.metric}`),
        visibleLine(axisLabel(axis, at)),
        mean === null ? '-' : paintedScore(mean, layout),
        intervalLabel(interval),
        countLabel(n),
        countLabel(missing),
      ]),
    );
    const numbers = ['score', '95 %', 'n', 'missing'].map((head) => ({ head, align: 'right' }) as const);
    const columns = [
      { head: 'task', align: 'left', flexible: true },
      { head: visibleLine(axisTitle(axis).toLowerCase()), align: 'left' },
      ...numbers,
    ] as const;
    return terminalTable(columns, rows, layout);
  });
  return Promise.all(tables);
}

async function groupsTable(summary: RunSummary, by: Grouping, layout: Layout): Promise<string> {
  const { head, rows } = groupTable(summary, by);
  if (rows.length === 0) return `No task of the run has a tag for ${by}.`;
  const columns = head.map((name, i) =>
    i === 0 ? ({ head: name, align: 'left', flexible: true } as const) : ({ head: name, align: 'right' } as const),
  );
  return terminalTable(
    columns,
    rows.map((row) => row.map(visibleLine)),
    layout,
  );
}

/** The name of a row; that of a task with several metrics names the metric. */
function namedApart(shown: TaskScore, { task, tasks }: { readonly task: TaskScore; readonly tasks: readonly TaskScore[] }): string {
  const crowded = tasks.some((other) => other.task === task.task && other.metric !== task.metric);
  return crowded ? `${facetLabel(shown)} · ${task.metric}` : facetLabel(shown);
}

/** How far each task reaches; nothing where only one length ran. */
function lengthLines(summary: RunSummary, { columns }: Layout): string {
  const lines = effectiveLengths(summary).map((found) => {
    const name = facetLabel(columns < WIDE_COLUMNS ? { ...found, task: shortTask(found.task) } : found);
    return `effective length at ${scoreLabel(found.threshold)} %, ${visibleLine(name)}: ${effectiveLengthLabel(found)}`;
  });
  return lines.join('\n');
}

/** Axes whose aggregates are few enough for a terminal. */
const COARSE_AXES = new Set(['language', 'category', 'turn']);

/** Aggregates over everything or one language; the finer ones are in the other formats. */
async function aggregateTable({ aggregates }: RunSummary, layout: Layout): Promise<string> {
  const pooled = aggregates.filter(({ cell }) =>
    Object.keys(cell).every((axis) => COARSE_AXES.has(axis) || (axis === 'rule' && cell['language'] === undefined)),
  );
  if (pooled.length === 0) return '';
  const rows = pooled.map((aggregate) => [
    visibleLine(aggregate.label),
    cellLabel(aggregate.cell),
    valueLabel(aggregate.value, aggregate.unit),
    aggregate.unit === 'score' ? '' : aggregate.unit,
    countLabel(aggregate.n),
    countLabel(aggregate.missing),
  ]);
  const columns = [
    { head: 'aggregate', align: 'left', flexible: true },
    { head: 'over', align: 'left' },
    { head: 'value', align: 'right' },
    { head: 'unit', align: 'left' },
    { head: 'n', align: 'right' },
    { head: 'missing', align: 'right' },
  ] as const;
  return terminalTable(columns, rows, layout);
}

function usageLine({ usage }: RunSummary): string {
  const provider = usage.inputTokens === null ? 'provider reported none' : `provider counted ${countLabel(usage.inputTokens)}`;
  const planned = usage.predictedCachedShare ? ` (planned: ${Math.round(100 * usage.predictedCachedShare)} %)` : '';
  const share = usage.cachedTokens !== null && usage.inputTokens ? `, ${Math.round((100 * usage.cachedTokens) / usage.inputTokens)} %` : '';
  const cached = usage.cachedTokens === null ? '' : `, ${countLabel(usage.cachedTokens)} of them cached${share}${planned}`;
  const money = usage.usd === undefined ? '' : `; $${usage.usd.toFixed(2)}`;
  const thinking = usage.reasoningTokens ? ` (${countLabel(usage.reasoningTokens)} of them thinking)` : '';
  const output = usage.outputTokens === null ? '' : `; ${countLabel(usage.outputTokens)} out${thinking}`;
  const reused = usage.fromCache === 0 ? '' : `; ${countNoun(usage.fromCache, 'answer')} from the response cache`;
  const latency = `median ${durationLabel(usage.latencyMs.median)}, p95 ${durationLabel(usage.latencyMs.p95)}`;
  return `${countNoun(usage.calls, 'call')}, ${countLabel(usage.promptTokens)} prompt tokens (${provider}${cached})${output}${reused}${money}; ${latency}`;
}

function troubleLines({ alarms, skippedCells, errors, pending }: RunSummary): string {
  return [
    ...alarms.map(({ kind, count, detail }) => `warning: ${kind}: ${detail} (${countLabel(count)})`),
    ...troublesByReason('skipped', skippedCells),
    ...troublesByReason('error', errors),
    ...(pending > 0 ? [`not answered yet: ${countLabel(pending)}`] : []),
  ]
    .map(visibleLine)
    .join('\n');
}

function troublesByReason(kind: string, troubles: readonly TroubledCell[]): string[] {
  const groups = Map.groupBy(troubles, ({ task, reason }) => `${task}: ${reason}`);
  return [...groups].map(([name, members]) => {
    const lengths = axisValues(
      members.map((member) => member.cell),
      'askedTokens',
    );
    const where = lengths.length === 0 ? '' : ` at ${lengths.map((length) => axisLabel('askedTokens', length)).join(', ')}`;
    return `${kind}: ${name}${where}: ${members[0]!.detail} (${countLabel(members.reduce((sum, member) => sum + member.count, 0))})`;
  });
}

/** Fathom's own marks in ASCII, for terminals and logs without colour or Unicode. */
function asciiMarks(text: string): string {
  return text.replaceAll('–', '-').replaceAll('−', '-').replaceAll(' · ', ' - ').replaceAll('≥', '>=');
}
