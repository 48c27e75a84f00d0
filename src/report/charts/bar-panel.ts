import { countLabel, intervalLabel, scoreLabel } from '../labels.ts';
import type { BaselineMean } from '../pooled-baselines.ts';
import { visibleLine } from '../visible-text.ts';
import { baselineDots, baselineNote } from './baseline-mark.ts';
import type { Panel, PlotKit } from './plot-kit.ts';
import { shortened, roughWidth } from './rough-width.ts';

/** One bar: a score (0–1) with its interval. `color` is a CSS colour. */
export interface Bar {
  readonly label: string;
  readonly color: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Baselines beside it, by name. */
  readonly baselines?: { readonly [name: string]: BaselineMean };
}

const ROW_PX = 24;
const MARGIN = { top: 20, right: 108, bottom: 36 };
const CHARACTER_PX = 6.2;
/** Room of a label: a share of the width, and never less than so many characters. Longer ones are shortened. */
const [LABEL_SHARE, LEAST_LABEL] = [0.42, 38];
/** Right ends of the columns of numbers, from the right end of the plot: further than any baseline's sign. */
const COLUMN_END = { score: 46, count: MARGIN.right - 4 };
/** A score lower than this has a tick of its own, for its bar would have no width to see. */
const LEAST_SEEN = 0.005;

/** `widthPx`: default 560. `scoreHead`: the word above the column of scores, default `Score`. `baselines`: their names in the order of their signs; default: as they appear in the bars. */
export interface BarPanelOptions {
  readonly widthPx?: number;
  readonly baselines?: readonly string[];
  readonly scoreHead?: string;
}

/** Draws scores side by side as bars with 95 % whiskers, baselines as signs, value and n in columns; a score of 0 is a tick, a missing one has no bar and says `–`. */
export function barPanel<Drawing>(bars: readonly Bar[], { Plot, draw }: PlotKit<Drawing>, options: BarPanelOptions = {}): Panel<Drawing> {
  const {
    widthPx = 560,
    scoreHead = 'Score',
    baselines = [...new Set(bars.flatMap(({ baselines: beside = {} }) => Object.keys(beside)))],
  } = options;
  // Bars are placed by number: two of them may have the same label.
  const rows = bars.map((bar, row) => ({
    ...bar,
    row,
    note: noteOf(bar),
    value: scoreLabel(bar.mean, { digits: 1 }),
    count: `n ${countLabel(Math.round(bar.n))}`,
  }));
  const scored = rows.filter((bar) => bar.mean !== null);
  const labels = bars.map((bar) =>
    shortened(visibleLine(bar.label), Math.max(LEAST_LABEL, Math.floor((LABEL_SHARE * widthPx) / CHARACTER_PX))),
  );
  const longest = Math.max(0, ...labels.map(roughWidth));
  const percent = (field: 'mean' | 'low' | 'high') => (bar: Bar) => 100 * (bar[field] ?? 0);
  const column = { y: 'row', frameAnchor: 'right', textAnchor: 'end' } as const;
  return draw({
    width: widthPx,
    height: MARGIN.top + MARGIN.bottom + ROW_PX * bars.length,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: 18 + CHARACTER_PX * longest,
    x: {
      domain: [0, 100],
      label: 'Score, with 95 % interval',
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: [0, 25, 50, 75, 100],
      tickSize: 0,
      grid: true,
    },
    y: {
      type: 'band',
      domain: rows.map((bar) => bar.row),
      label: null,
      padding: 0.28,
      tickSize: 0,
      tickFormat: (row: number) => labels[row] ?? '',
    },
    marks: [
      Plot.barX(scored, { x: percent('mean'), y: 'row', fill: 'color', title: 'note', rx: 2 }),
      Plot.tickX(
        scored.filter((bar) => bar.mean! < LEAST_SEEN),
        { x: percent('mean'), y: 'row', stroke: 'color', strokeWidth: 3, dx: 1.5, title: 'note' },
      ),
      Plot.ruleY(
        scored.filter((bar) => bar.low !== null),
        {
          y: 'row',
          x1: percent('low'),
          x2: percent('high'),
          stroke: 'currentColor',
          strokeWidth: 1.3,
          strokeOpacity: 0.8,
        },
      ),
      ...baselines.flatMap((name, index) => baselineDots(spotsOf(rows, name), Plot, { index, at: { x: 'score', y: 'row' } })),
      Plot.text([scoreHead], { frameAnchor: 'top-right', textAnchor: 'end', dx: COLUMN_END.score, dy: -14, fillOpacity: 0.72 }),
      Plot.text(rows, { ...column, text: 'value', dx: COLUMN_END.score, fontWeight: 600 }),
      Plot.text(rows, { ...column, text: 'count', dx: COLUMN_END.count, fillOpacity: 0.72 }),
    ],
  });
}

function spotsOf(rows: readonly (Bar & { readonly row: number })[], name: string) {
  return rows.flatMap(({ row, label, baselines = {} }) => {
    const found = baselines[name];
    if (found === undefined) return [];
    const words = `${label}: ${scoreLabel(found.mean, { digits: 1 })}, n ${countLabel(Math.round(found.n))}`;
    return [{ row, score: 100 * found.mean, note: baselineNote(name, words) }];
  });
}

function noteOf(bar: Bar): string {
  return visibleLine(
    `${bar.label}: ${scoreLabel(bar.mean, { digits: 1 })} (95 %: ${intervalLabel(bar)}), n ${countLabel(Math.round(bar.n))}`,
  );
}
