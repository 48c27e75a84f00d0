import { axisTitle } from '../axis.ts';
import { heatMapsOf } from '../heat-map.ts';
import { bracketedInterval, countLabel, facetLabel, languageLabel, shortTask, valueLabel } from '../labels.ts';
import type { RunSummary } from '../run-summary.ts';
import { taskScores } from '../task-scores.ts';
import { barPanel } from './bar-panel.ts';
import { curveGroups } from './curve-groups.ts';
import { curvePanel } from './curve-panel.ts';
import { figureSvg, type Figure, type TitledPanel } from './figure.ts';
import { heatMapPanel } from './heat-map-panel.ts';
import { loadPlotKit } from './load-plot-kit.ts';
import type { PlotKit } from './plot-kit.ts';
import { taskBars } from './task-bars.ts';

const CURVE_AXES = { depth: 'depthPercent', length: 'askedTokens', needles: 'needles', hops: 'hops' } as const;

/**
 * `heat-maps`: length × depth, a row per task, a column per language · `tasks`: all tasks side by side as bars ·
 * `depth`, `length`, `needles`, `hops`: score along that axis, a panel per task.
 */
export type FigureKind = 'heat-maps' | 'tasks' | keyof typeof CURVE_AXES;
export const FIGURE_KINDS: readonly FigureKind[] = ['heat-maps', 'tasks', 'length', 'depth', 'needles', 'hops'];

/** A run as one SVG figure. Without `figure`: heat maps where the run has any, else the tasks side by side. */
export async function renderSvg(summary: RunSummary, { figure }: { readonly figure?: FigureKind } = {}): Promise<string> {
  const kit = await loadPlotKit();
  const kind = figure ?? (heatMapsOf(summary).length > 0 ? 'heat-maps' : 'tasks');
  if (kind === 'heat-maps') return figureSvg(heatMapFigure(summary, kit));
  if (kind === 'tasks') return figureSvg(taskFigure(summary, kit));
  return figureSvg(curveFigure(summary, kit, CURVE_AXES[kind]));
}

function heatMapFigure(summary: RunSummary, kit: PlotKit): Figure {
  const panels = heatMapsOf(summary).map(({ facet, map }) => ({
    key: JSON.stringify([facet.task, facet.metric, facet.mode]),
    panel: { ...heatMapPanel(map, kit), title: `${facetLabel({ ...facet, task: shortTask(facet.task) })} (${facet.metric})` },
  }));
  const rows = [...Map.groupBy(panels, (entry) => entry.key).values()].flatMap((members) => inRows(members.map((entry) => entry.panel)));
  return { ...framed(summary, 'Score by context length and needle depth'), rows, key: 'scores' };
}

function taskFigure(summary: RunSummary, kit: PlotKit): Figure {
  const bars = barPanel(taskBars(taskScores(summary), summary.languages), kit, { widthPx: 720 });
  return { ...framed(summary, 'Tasks side by side'), rows: [[{ ...bars, title: '' }]], ...languageKey(summary) };
}

function curveFigure(summary: RunSummary, kit: PlotKit, axis: string): Figure {
  const panels = curveGroups(summary.profiles, axis).map((profiles) => ({
    ...curvePanel(profiles, kit),
    title: `${shortTask(profiles[0]!.task)} (${profiles[0]!.metric})`,
  }));
  return { ...framed(summary, `Score by ${axisTitle(axis).toLowerCase()}`), rows: inRows(panels), ...languageKey(summary) };
}

function languageKey({ languages }: RunSummary): Pick<Figure, 'key'> {
  return languages.length < 2 ? {} : { key: languages.map(languageLabel) };
}

/** At most two panels in a row. */
function inRows(panels: readonly TitledPanel[]): TitledPanel[][] {
  return panels.flatMap((_, i) => (i % 2 === 0 ? [panels.slice(i, i + 2)] : []));
}

function framed(summary: RunSummary, what: string): Pick<Figure, 'title' | 'subtitle' | 'caption'> {
  const { overall } = summary;
  const interval = bracketedInterval(overall, { name: '95 % interval' });
  return {
    title: summary.model,
    subtitle: `${what}. ${overall.label}: ${valueLabel(overall.mean, overall.unit)}${interval}`,
    caption:
      `Scores are 0–100; n = ${countLabel(overall.n)}, ${countLabel(overall.missing)} without a score, never counted as 0. ` +
      `Intervals: Wilson, 95 %, clustered by haystack. Strategy ${summary.strategy}. Lengths in tokens of ${summary.tokenizer}. ` +
      `Seed ${summary.seed}. Fathom ${summary.version}, run ${summary.run}.`,
  };
}
