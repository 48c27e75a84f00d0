import { axisLabel, axisTitle } from '../axis.ts';
import { breakdownsOf } from '../breakdowns.ts';
import { radarsOf } from '../radars.ts';
import { radarPanel } from '../charts/radar-panel.ts';
import { seriesColor } from '../charts/series-color.ts';
import { barPanel } from '../charts/bar-panel.ts';
import { baselineOrder, chartKey } from '../charts/chart-key.ts';
import { curveGroups } from '../charts/curve-groups.ts';
import { curveNotes } from '../charts/curve-notes.ts';
import { curvePanel } from '../charts/curve-panel.ts';
import { heatMapPanel } from '../charts/heat-map-panel.ts';
import { SWATCH, type KeyEntry } from '../charts/key-entry.ts';
import type { PlotKit } from '../charts/plot-kit.ts';
import { taskBars } from '../charts/task-bars.ts';
import { hexOf, scoreColor } from '../color-scale.ts';
import { heatMapsOf, type FacetMap } from '../heat-map.ts';
import { countLabel, facetLabel, intervalLabel, languageLabel, scoreLabel, shortTask } from '../labels.ts';
import type { Profile, RunSummary } from '../run-summary.ts';
import { taskScores } from '../task-scores.ts';
import { drawn, html, type Markup } from './html-template.ts';
import { figure, section } from './section.ts';

/** All tasks as bars in one picture. */
export function tasksSection(summary: RunSummary, kit: PlotKit): Markup {
  const tasks = taskScores(summary);
  const bars = taskBars(tasks, summary.languages);
  const label = bars.map((bar) => `${bar.label} ${scoreLabel(bar.mean, { digits: 1 })}`).join('; ');
  const chart = figure(drawn(barPanel(bars, kit, { widthPx: 860, baselines: baselineOrder(summary) }).svg), {
    title: 'Mean score per task',
    label,
  });
  return section('Tasks side by side', [html`<div class="card wide">${chart}${keyLine(chartKey(summary, { tasks }))}</div>`], {
    note: 'Means over all scored answers of a task, with 95 % intervals; lengths, depths and repeats are pooled.',
  });
}

/** A heat map per task and language. */
export function heatMapsSection(summary: RunSummary, kit: PlotKit): Markup | undefined {
  const maps = heatMapsOf(summary);
  if (maps.length === 0) return undefined;
  const cards = maps.map(({ facet, map }) => {
    const title = `${shortTask(facet.task)}${facet.language === null ? '' : ` · ${languageLabel(facet.language)}`}`;
    const chart = figure(drawn(heatMapPanel(map, kit).svg), {
      title,
      label: `${facetLabel(facet)}, ${facet.metric}: heat map; ${mapNote(map)}`,
    });
    return html`<div class="card">
      ${chart}
      <p class="sub">${facet.metric} (${facet.mode}) · ${mapNote(map)}</p>
    </div>`;
  });
  const isUsual = maps.every(({ map }) => map.x === 'askedTokens' && map.y === 'depthPercent');
  return section(isUsual ? 'Length and depth' : 'Tables and maps', [scoreKey(), html`<div class="grid maps">${cards}</div>`], {
    note: isUsual
      ? 'Where in the context the needle stood, and how long the context was. Each cell shows the score (0–100) and the number of answers behind it.'
      : 'Everything that is not on an axis is pooled. Each cell shows the score (0–100) and the number of answers behind it.',
  });
}

/** Score along each numeric axis, one line per language, with intervals. */
export function profilesSection(summary: RunSummary, kit: PlotKit): Markup | undefined {
  const axes = [...new Set(summary.profiles.map((profile) => profile.axis))].sort(
    (a, b) => PROFILE_ORDER.indexOf(b) - PROFILE_ORDER.indexOf(a),
  );
  const groups = axes.map((axis) => {
    const baselines = baselineOrder(summary);
    const cards = curveGroups(summary.profiles, axis).map(
      (profiles) => html`<div class="card">${curveFigure(profiles, { kit, baselines, languages: summary.languages })}</div>`,
    );
    return html`<h3>By ${lowerFirst(axisTitle(axis))}</h3>
      <div class="grid curves">${cards}</div>`;
  });
  if (groups.length === 0) return undefined;
  const key = keyLine(chartKey(summary, { profiles: summary.profiles }));
  return section('Profiles', [...(key === undefined ? [] : [key]), ...groups], {
    note: 'All other axes are pooled; for baselines languages too. Bands are 95 % intervals; answers on one haystack do not count as independent.',
  });
}

/** Scores by what is no number: level, type, difficulty; and the radars that families ask for. */
export function breakdownsSection(summary: RunSummary, kit: PlotKit): Markup | undefined {
  const radars = radarsOf(summary).map((radar) => {
    const label = radar.series
      .map(({ name, values }) => `${name}: ${radar.spokes.map((spoke, i) => `${spoke} ${scoreLabel(values[i]!)}`).join(', ')}`)
      .join('; ');
    const title = `By ${lowerFirst(axisTitle(radar.axis))}`;
    const key = radar.series.map(({ name }) => `${languageLabel(name)}`).join(', ');
    return html`<div class="card">
      ${figure(drawn(radarPanel(radar, kit, { languages: summary.languages }).svg), { title, label })}
      <p class="sub">${key}; 0 in the middle, 100 on the outer ring</p>
    </div>`;
  });
  const groups = [...Map.groupBy(breakdownsOf(summary), ({ axis }) => axis)].map(([axis, found]) => {
    const cards = found.map(({ facet, places }) => {
      const color = seriesColor(Math.max(0, summary.languages.indexOf(facet.language ?? '')));
      const bars = places.map(({ at, ...place }) => ({ ...place, label: axisLabel(axis, at), color }));
      const label = bars.map((bar) => `${bar.label} ${scoreLabel(bar.mean, { digits: 1 })}`).join('; ');
      const title = `${facetLabel({ ...facet, task: shortTask(facet.task) })} · ${facet.metric}`;
      return html`<div class="card">${figure(drawn(barPanel(bars, kit, { widthPx: 420 }).svg), { title, label })}</div>`;
    });
    return html`<h3>By ${lowerFirst(axisTitle(axis))}</h3>
      <div class="grid curves">${cards}</div>`;
  });
  if (radars.length + groups.length === 0) return undefined;
  const shown = radars.length > 0 ? [html`<div class="grid curves">${radars}</div>`, ...groups] : groups;
  return section('By kind', shown, { note: 'All other axes are pooled.' });
}

/** Axes that come first, last one first. */
const PROFILE_ORDER = ['hops', 'needles', 'depthPercent', 'askedTokens'];

function curveFigure(
  profiles: readonly Profile[],
  { kit, ...looks }: { readonly kit: PlotKit; readonly baselines: readonly string[]; readonly languages: readonly string[] },
): Markup {
  const { task, metric, axis } = profiles[0]!;
  const title = `${shortTask(task)} · ${metric}`;
  const notes = curveNotes(profiles);
  const label = `${task}, ${metric}, score by ${axisTitle(axis)}; ${notes.join('; ')}`;
  const chart = figure(drawn(curvePanel(profiles, kit, looks).svg), { title, label });
  return html`${chart}${notes.map((note) => html`<p class="sub">${note}</p>`)}`;
}

function mapNote({ total }: FacetMap['map']): string {
  const missing = total.missing > 0 ? `, ${countLabel(total.missing)} missing` : '';
  return `mean ${scoreLabel(total.mean, { digits: 1 })} (${intervalLabel(total)}), n ${countLabel(Math.round(total.n))}${missing}`;
}

function scoreKey(): Markup {
  const stops = Array.from({ length: 11 }, (_, i) => hexOf(scoreColor(i / 10))).join(', ');
  return html`<p class="key">
    <span>0</span><i class="ramp" style="background:linear-gradient(90deg, ${stops})"></i><span>100</span> <i class="swatch">–</i
    ><span>no score</span><i class="swatch">×</i><span>skipped</span>
  </p>`;
}

function keyLine(entries: readonly KeyEntry[]): Markup | undefined {
  if (entries.length === 0) return undefined;
  const { width, height } = SWATCH;
  const items = entries.map(
    ({ swatch, label }) =>
      html`<span class="entry"><svg width="${width}" height="${height}" aria-hidden="true">${drawn(swatch)}</svg> ${label}</span>`,
  );
  return html`<p class="key">${items}</p>`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
