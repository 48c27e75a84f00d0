import { axesOf, axisLabel, cellLabel } from '../axis.ts';
import { judgeLines } from '../judge-lines.ts';
import { countLabel, countNoun, durationLabel, intervalLabel, scoreLabel, shortTask, valueLabel } from '../labels.ts';
import type { RunSummary, TroubledCell } from '../run-summary.ts';
import { visibleText } from '../visible-text.ts';
import { html, type Markup } from './html-template.ts';
import { section, table } from './section.ts';

/** What the papers report: the family's aggregates. */
export function aggregatesSection({ aggregates }: RunSummary): Markup | undefined {
  if (aggregates.length === 0) return undefined;
  const rows = aggregates.map(({ label, cell, value, unit, n, missing }) => [
    label,
    cellLabel(cell),
    valueLabel(value, unit),
    unit === 'score' ? '0–100' : unit,
    countLabel(n),
    countLabel(missing),
  ]);
  return section('Aggregates', table(['Aggregate', 'Over', 'Value', 'Unit', 'n', 'Missing'], rows, { numeric: [2, 4, 5] }), {
    note: 'As the benchmark itself sums up its samples.',
  });
}

/** Tokens, calls, time. */
export function usageSection(summary: RunSummary): Markup {
  const { usage } = summary;
  const percent = (share: number | null | undefined) => (share == null ? '–' : `${Math.round(100 * share)} %`);
  const cachedShare = usage.inputTokens && usage.cachedTokens !== null ? usage.cachedTokens / usage.inputTokens : undefined;
  const reasoning =
    usage.reasoningTokens === null ? 'reasoning tokens not reported' : `${countLabel(usage.reasoningTokens)} of them reasoning`;
  const tiles: readonly (readonly [string, string, string])[] = [
    [
      'Calls',
      countLabel(usage.calls),
      usage.fromCache > 0 ? `${countLabel(usage.fromCache)} more from the response cache` : 'none from the response cache',
    ],
    ['Prompt tokens', countLabel(usage.promptTokens), 'counted by Fathom'],
    [
      'Input tokens',
      countLabel(usage.inputTokens),
      `counted by the provider in ${countLabel(usage.reported)} of ${countNoun(usage.calls, 'call')}`,
    ],
    ['Cached tokens', countLabel(usage.cachedTokens), 'read from the provider’s cache, by its own count'],
    [
      'Cached share',
      percent(cachedShare),
      `of the input, as the provider reported; the plan predicted ${percent(usage.predictedCachedShare)}`,
    ],
    ['Output tokens', countLabel(usage.outputTokens), reasoning],
    ...(usage.usd === undefined ? [] : [['Cost', `$${usage.usd.toFixed(2)}`, 'by the prices of the plan'] as const]),
    ['Latency', durationLabel(usage.latencyMs.median), `median; 95 % within ${durationLabel(usage.latencyMs.p95)}`],
  ];
  const cards = tiles.map(
    ([name, value, note]) =>
      html`<div class="card tile">
        <p class="label">${name}</p>
        <p class="number">${value}</p>
        <p class="sub">${note}</p>
      </div>`,
  );
  const notes = judgeLines(summary).map((line) => html`<p class="sub">${visibleText(line)}.</p>`);
  return section(
    'Usage',
    html`<div class="grid tiles">${cards}</div>
      ${notes}`,
  );
}

/** What makes the scores doubtful, at the top of the page. */
export function alarmsBanner({ alarms, pending, status }: RunSummary): Markup | undefined {
  const unfinished =
    pending > 0 || status !== 'complete'
      ? [html`<li><b>Unfinished</b> The run is ${status}; ${countNoun(pending, 'sample')} without an answer yet.</li>`]
      : [];
  const items = alarms.map(
    ({ kind, count, detail, sampleIds }) =>
      html`<li><b>${kind} × ${countLabel(count)}</b> ${detail}. <span class="sub">${sampleIds.join(', ')}</span></li>`,
  );
  if (items.length + unfinished.length === 0) return undefined;
  return html`<aside class="alarms" role="note">
    <h2>Read this first</h2>
    <ul>
      ${[...unfinished, ...items]}
    </ul>
  </aside>`;
}

/** Samples without a score, and why. */
export function troublesSection({ skippedCells, errors }: RunSummary): Markup | undefined {
  const rows = [...skippedCells.map((cell) => row('skipped', cell)), ...errors.map((cell) => row('error', cell))];
  if (rows.length === 0) return undefined;
  return section('Without a score', table(['Outcome', 'Task', 'Cell', 'Reason', 'Detail', 'Samples'], rows, { numeric: [5] }), {
    note: 'These samples are missing from every mean above. None of them counts as 0.',
  });
}

/** Every score in one table, folded away. */
export function cellsSection({ scores }: RunSummary): Markup {
  const axes = axesOf(scores.map((score) => score.cell));
  const rows = scores.map(({ task, metric, mode, cell, mean, n, missing, ...interval }) => [
    shortTask(task),
    `${metric} (${mode})`,
    ...axes.map((axis) => (cell[axis] === undefined ? '' : axisLabel(axis, cell[axis]))),
    scoreLabel(mean, { digits: 1 }),
    intervalLabel(interval),
    countLabel(n),
    countLabel(missing),
  ]);
  const head = ['Task', 'Metric', ...axes, 'Score', '95 % interval', 'n', 'Missing'];
  const numeric = head.map((_, i) => i).filter((i) => i >= 2);
  return section(
    'All cells',
    html`<details>
      <summary>Show all ${countNoun(scores.length, 'cell')}</summary>
      ${table(head, rows, { numeric })}
    </details>`,
  );
}

function row(outcome: string, { task, cell, reason, detail, count }: TroubledCell): string[] {
  return [outcome, shortTask(task), cellLabel(cell), reason, detail, countLabel(count)];
}
