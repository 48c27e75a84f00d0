import { axisLabel, axisTitle, type AxisValue } from '../axis.ts';
import { hexOf, inkOn, scoreColor } from '../color-scale.ts';
import type { HeatCell, HeatMap } from '../heat-map.ts';
import { countLabel, intervalLabel, scoreLabel } from '../labels.ts';
import { visibleLine } from '../visible-text.ts';
import { HATCH_FILL } from './hatch.ts';
import type { Panel, PlotKit } from './plot-kit.ts';

interface Spot {
  readonly column: AxisValue;
  readonly row: AxisValue;
  readonly cell: HeatCell;
  readonly name: string;
}

/** The row of column means below the map. A word that no axis uses, so that it is a band of its own. */
const MEAN_ROW = 'mean';
const MARGIN = { top: 6, right: 8, bottom: 42, left: 62 };

/** Draws a heat map: score and n in every cell, column means below, stripes where there is no score. Hovering names cell, interval and n. */
export function heatMapPanel(map: HeatMap, { Plot, draw }: PlotKit): Panel {
  const size = cellSize(map);
  const spots = map.cells.flatMap((cells, i) =>
    cells.map((cell, j) => ({ column: map.columns[j]!, row: map.rows[i]!, cell, name: nameOf(map, j, i) })),
  );
  const means = map.columnMeans.map((cell, j) => ({ column: map.columns[j]!, row: MEAN_ROW, cell, name: nameOf(map, j) }));
  const place = { x: 'column', y: 'row' };
  const paint = { ...place, fill: fillOf, title: tooltip, rx: 2 };
  const scored = [...spots, ...means].filter(({ cell }) => cell.state !== 'absent');
  const ink = ({ cell }: Spot) => (cell.mean === null ? 'currentColor' : hexOf(inkOn(scoreColor(cell.mean))));
  const lift = (y: number) => ({ dy: y });
  const texts = (members: readonly Spot[], drop: number) => [
    Plot.text(members, {
      ...place,
      ...lift(drop - (size.showsN ? 4 : 0)),
      text: markOf,
      fill: ink,
      fontSize: size.fontPx,
      fontWeight: 600,
    }),
    ...(size.showsN
      ? [
          Plot.text(members, {
            ...place,
            ...lift(drop + 7),
            text: nOf,
            fill: ink,
            fillOpacity: 0.78,
            fontSize: Math.min(8, size.fontPx - 3),
          }),
        ]
      : []),
  ];
  return draw({
    width: MARGIN.left + MARGIN.right + size.widthPx * map.columns.length,
    height: MARGIN.top + MARGIN.bottom + size.heightPx * (map.rows.length + 1),
    marginTop: MARGIN.top,
    marginRight: MARGIN.right,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: { ...BAND, domain: [...map.columns], label: visibleLine(axisTitle(map.x)), labelArrow: 'none', tickFormat: label(map.x) },
    y: {
      ...BAND,
      domain: [...map.rows, MEAN_ROW],
      label: visibleLine(axisTitle(map.y)),
      labelArrow: 'none',
      labelAnchor: 'center',
      tickFormat: label(map.y),
    },
    marks: [
      Plot.cell(spots, { ...paint, inset: 0.75 }),
      Plot.cell(means, { ...paint, inset: 0.75, insetTop: 5 }),
      ...(size.showsScore
        ? [
            ...texts(scored.filter(isPlace), 0),
            ...texts(
              scored.filter((spot) => !isPlace(spot)),
              2,
            ),
          ]
        : []),
    ],
  });
}

const BAND = { type: 'band', padding: 0, tickSize: 0 } as const;

/** Cells shrink as columns and rows grow in number, and let go of n first, then of the score. */
function cellSize({ columns, rows }: HeatMap) {
  const widthPx = Math.max(8, Math.min(52, Math.floor(720 / columns.length)));
  const heightPx = Math.max(8, Math.min(30, Math.floor(660 / (rows.length + 1))));
  return {
    widthPx,
    heightPx,
    showsScore: widthPx >= 22 && heightPx >= 13,
    showsN: widthPx >= 30 && heightPx >= 26,
    fontPx: widthPx >= 34 ? 11.5 : 9,
  };
}

function fillOf({ cell }: Spot): string {
  if (cell.mean !== null) return hexOf(scoreColor(cell.mean));
  return cell.state === 'absent' ? 'none' : HATCH_FILL;
}

function markOf({ cell }: Spot): string {
  return cell.state === 'skipped' ? '×' : scoreLabel(cell.mean);
}

function nOf({ cell }: Spot): string {
  return cell.state === 'skipped' ? '' : `n ${countLabel(Math.round(cell.n))}`;
}

function isPlace({ row }: Spot): boolean {
  return row !== MEAN_ROW;
}

function nameOf({ x, y, columns, rows }: HeatMap, j: number, i?: number): string {
  return visibleLine(`${axisLabel(x, columns[j]!)}, ${i === undefined ? 'all' : axisLabel(y, rows[i]!)}`);
}

function tooltip({ cell, name }: Spot): string {
  if (cell.state === 'absent') return `${name}: not asked`;
  if (cell.mean === null) return `${name}: ${cell.state} (${countLabel(cell.missing)} without a score)`;
  const missing = cell.missing > 0 ? `, ${countLabel(cell.missing)} missing` : '';
  return `${name}: ${scoreLabel(cell.mean, { digits: 1 })} (95 %: ${intervalLabel(cell)}), n ${countLabel(Math.round(cell.n))}${missing}`;
}

function label(axis: string): (value: AxisValue) => string {
  return (value) => (value === MEAN_ROW ? MEAN_ROW : shorten(visibleLine(axisLabel(axis, value))));
}

function shorten(text: string): string {
  return text.length <= 9 ? text : `${text.slice(0, 8)}…`;
}
