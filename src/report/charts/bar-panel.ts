import { countLabel, intervalLabel, scoreLabel } from '../labels.ts';
import { visibleLine } from '../visible-text.ts';
import type { Panel, PlotKit } from './plot-kit.ts';

/** One bar: a score (0–1) with its interval. `color` is a CSS colour. */
export interface Bar {
  readonly label: string;
  readonly color: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

const ROW_PX = 24;
const MARGIN = { top: 4, right: 52, bottom: 36 };

/** Draws scores side by side as bars with 95 % whiskers, value and n; a missing score has no bar and says `–`. Default width 560 px. */
export function barPanel<Drawing>(
  bars: readonly Bar[],
  { Plot, draw }: PlotKit<Drawing>,
  { widthPx = 560 }: { readonly widthPx?: number } = {},
): Panel<Drawing> {
  // Bars are placed by number: two of them may have the same label.
  const rows = bars.map((bar, row) => ({
    ...bar,
    row,
    note: noteOf(bar),
    value: scoreLabel(bar.mean, { digits: 1 }),
    end: 100 * (bar.high ?? bar.mean ?? 0),
  }));
  const scored = rows.filter((bar) => bar.mean !== null);
  const longest = Math.max(0, ...bars.map((bar) => visibleLine(bar.label).length));
  const percent = (field: 'mean' | 'low' | 'high') => (bar: Bar) => 100 * (bar[field] ?? 0);
  return draw({
    width: widthPx,
    height: MARGIN.top + MARGIN.bottom + ROW_PX * bars.length,
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: Math.min(260, 18 + 6.2 * longest),
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
      tickFormat: (row: number) => visibleLine(bars[row]?.label ?? ''),
    },
    marks: [
      Plot.barX(scored, { x: percent('mean'), y: 'row', fill: 'color', title: 'note', rx: 2 }),
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
      Plot.text(rows, { x: 'end', y: 'row', text: 'value', textAnchor: 'start', dx: 6, fontWeight: 600 }),
    ],
  });
}

function noteOf(bar: Bar): string {
  return visibleLine(
    `${bar.label}: ${scoreLabel(bar.mean, { digits: 1 })} (95 %: ${intervalLabel(bar)}), n ${countLabel(Math.round(bar.n))}`,
  );
}
