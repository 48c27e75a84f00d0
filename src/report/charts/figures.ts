import { FathomError } from '../../core/index.ts';
import { axisLabel, axisTitle } from '../axis.ts';
import { breakdownsOf } from '../breakdowns.ts';
import { radarsOf } from '../radars.ts';
import { radarPanel } from './radar-panel.ts';
import { seriesColor } from './series-color.ts';
import { heatMapsOf, type FacetMap } from '../heat-map.ts';
import { bracketedInterval, countLabel, facetLabel, languageLabel, shortTask, valueLabel } from '../labels.ts';
import type { RunSummary } from '../run-summary.ts';
import { taskScores } from '../task-scores.ts';
import { barPanel } from './bar-panel.ts';
import { baselineOrder, chartKey } from './chart-key.ts';
import { curveGroups } from './curve-groups.ts';
import { curveNotes } from './curve-notes.ts';
import { curvePanel } from './curve-panel.ts';
import { figureSvg, type Figure, type TitledPanel } from './figure.ts';
import { heatMapPanel } from './heat-map-panel.ts';
import type { KeyEntry } from './key-entry.ts';
import { loadPlotKit } from './load-plot-kit.ts';
import type { PlotKit } from './plot-kit.ts';
import { taskBars } from './task-bars.ts';

const CURVE_AXES = { depth: 'depthPercent', length: 'askedTokens', needles: 'needles', hops: 'hops' } as const;

/**
 * `heat-maps`: length × depth, a row per task, a column per language · `tasks`: all tasks side by side as bars ·
 * `depth`, `length`, `needles`, `hops`: score along that axis, a panel per task · `kinds`: by what is no number (level, type, difficulty) ·
 * `radar`: means of groups of tasks around a circle.
 */
export type FigureKind = 'heat-maps' | 'tasks' | 'kinds' | 'radar' | keyof typeof CURVE_AXES;
export const FIGURE_KINDS: readonly FigureKind[] = ['heat-maps', 'tasks', 'length', 'depth', 'needles', 'hops', 'kinds', 'radar'];

/**
 * A run as one SVG figure. Without `figure`: heat maps where the run has any, else the tasks side by side.
 * @throws FathomError `misuse` when the run has no places along the axes of the figure
 */
export async function renderSvg(summary: RunSummary, { figure }: { readonly figure?: FigureKind } = {}): Promise<string> {
  const kit = await loadPlotKit();
  const kind = figure ?? (heatMapsOf(summary).length > 0 ? 'heat-maps' : 'tasks');
  return figureSvg(withPanels(figureOf(summary, kind, kit), { kind, summary }));
}

function figureOf(summary: RunSummary, kind: FigureKind, kit: PlotKit): Figure {
  if (kind === 'heat-maps') return heatMapFigure(summary, kit);
  if (kind === 'kinds') return kindsFigure(summary, kit);
  if (kind === 'radar') return radarFigure(summary, kit);
  return kind === 'tasks' ? taskFigure(summary, kit) : curveFigure(summary, kit, CURVE_AXES[kind]);
}

/** @throws FathomError `misuse` when the run has nothing to draw in the figure */
function withPanels(figure: Figure, { kind, summary }: { readonly kind: FigureKind; readonly summary: RunSummary }): Figure {
  if (figure.rows.length > 0) return figure;
  const curves = Object.entries(CURVE_AXES).flatMap(([name, axis]) => (curveGroups(summary.profiles, axis).length > 0 ? [name] : []));
  const others = [
    ...(heatMapsOf(summary).length > 0 ? ['heat-maps'] : []),
    'tasks',
    ...curves,
    ...(breakdownsOf(summary).length > 0 ? ['kinds'] : []),
    ...(radarsOf(summary).length > 0 ? ['radar'] : []),
  ];
  throw new FathomError('misuse', `The run ${summary.run} has nothing to draw as ${kind}: its samples do not differ in that.`, {
    fix: `It can be drawn as: ${others.join(', ')}.`,
  });
}

function heatMapFigure(summary: RunSummary, kit: PlotKit): Figure {
  const maps = heatMapsOf(summary);
  const panels = maps.map(({ facet, map }) => ({
    key: JSON.stringify([facet.task, facet.metric, facet.mode]),
    panel: { ...heatMapPanel(map, kit), title: `${facetLabel({ ...facet, task: shortTask(facet.task) })} (${facet.metric})` },
  }));
  const rows = [...Map.groupBy(panels, (entry) => entry.key).values()].flatMap((members) => inRows(members.map((entry) => entry.panel)));
  return { ...framed(summary, maps.length > 0 ? mapsTitle(maps) : ''), rows, key: 'scores' };
}

function mapsTitle(maps: readonly FacetMap[]): string {
  const axes = new Set(maps.map(({ map }) => `${map.x} ${map.y}`));
  if (axes.has('askedTokens depthPercent')) return 'Score by context length and needle depth';
  const { map } = maps[0]!;
  return axes.size === 1 ? `Score by ${axisTitle(map.x).toLowerCase()} and ${axisTitle(map.y).toLowerCase()}` : 'Score over two axes';
}

function taskFigure(summary: RunSummary, kit: PlotKit): Figure {
  const tasks = taskScores(summary);
  const key = chartKey(summary, { tasks });
  const bars = barPanel(taskBars(tasks, summary.languages), kit, { widthPx: 720, baselines: baselineOrder(summary) });
  return { ...framed(summary, 'Tasks side by side', baselinesWords(key)), rows: [[{ ...bars, title: '' }]], key };
}

function curveFigure(summary: RunSummary, kit: PlotKit, axis: string): Figure {
  const groups = curveGroups(summary.profiles, axis);
  const key = chartKey(summary, { profiles: groups.flat() });
  const pooled = summary.languages.length > 1 ? '; languages are pooled' : '';
  const panels = groups.map((profiles) => ({
    ...curvePanel(profiles, kit, { baselines: baselineOrder(summary), languages: summary.languages }),
    notes: curveNotes(profiles),
    title: `${shortTask(profiles[0]!.task)} (${profiles[0]!.metric})`,
  }));
  return { ...framed(summary, `Score by ${axisTitle(axis).toLowerCase()}`, baselinesWords(key, pooled)), rows: inRows(panels), key };
}

function kindsFigure(summary: RunSummary, kit: PlotKit): Figure {
  const panels = breakdownsOf(summary).map(({ facet, axis, places }) => {
    const color = seriesColor(Math.max(0, summary.languages.indexOf(facet.language ?? '')));
    const bars = places.map(({ at, ...place }) => ({ ...place, label: axisLabel(axis, at), color }));
    const title = `${facetLabel({ ...facet, task: shortTask(facet.task) })} (${facet.metric}), by ${axisTitle(axis).toLowerCase()}`;
    return { ...barPanel(bars, kit, { widthPx: 480 }), title };
  });
  return { ...framed(summary, 'Score by kind'), rows: inRows(panels), key: [] };
}

function radarFigure(summary: RunSummary, kit: PlotKit): Figure {
  const panels = radarsOf(summary).map((radar) => ({
    ...radarPanel(radar, kit, { widthPx: 560, languages: summary.languages }),
    title: radar.series.map(({ name }) => languageLabel(name)).join(', '),
  }));
  const axes = radarsOf(summary).map(({ axis }) => axisTitle(axis).toLowerCase());
  return { ...framed(summary, `Score by ${axes.join(', ')}`), rows: inRows(panels), key: [] };
}

/** At most two panels in a row. */
function inRows(panels: readonly TitledPanel[]): TitledPanel[][] {
  return panels.flatMap((_, i) => (i % 2 === 0 ? [panels.slice(i, i + 2)] : []));
}

function framed(summary: RunSummary, what: string, beside = ''): Pick<Figure, 'title' | 'subtitle' | 'caption'> {
  const { overall } = summary;
  const interval = bracketedInterval(overall, { name: '95 % interval' });
  return {
    title: summary.model,
    subtitle: `${what}. ${overall.label}: ${valueLabel(overall.mean, overall.unit)}${interval}`,
    caption:
      `Scores are 0–100; n = ${countLabel(overall.n)}, ${countLabel(overall.missing)} without a score, never counted as 0. ` +
      `Intervals: Wilson, 95 %, clustered by haystack.${beside} Strategy ${summary.strategy}. Lengths in tokens of ${summary.tokenizer}. ` +
      `Seed ${summary.seed}. Fathom ${summary.version}, run ${summary.run}.`,
  };
}

function baselinesWords(key: readonly KeyEntry[], pooled = ''): string {
  return key.some(({ label }) => label.startsWith('baseline ')) ? ` Baselines: the same samples answered in another way${pooled}.` : '';
}
