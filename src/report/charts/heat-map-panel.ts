import { axisLabel, axisTitle, type AxisValue } from '../axis.ts';
import type { HeatMap } from '../heat-map.ts';
import { countLabel } from '../labels.ts';
import { visibleLine } from '../visible-text.ts';
import { heatSpots, MEAN_ROW, spotFill, spotInk, spotMark, spotTooltip, type HeatSpot } from './heat-spot.ts';
import type { Panel, PlotKit } from './plot-kit.ts';

const MARGIN = { top: 6, right: 8, bottom: 42, left: 62 };
/** Room that the axis title and the card around the map need. */
const LEAST_CELLS_PX = 312;
/** Height that the longer line of the depths’ title needs; a lower map has higher cells. */
const LEAST_ROWS_PX = 88;
/** A character, and a line, of an axis title. */
const TITLE_PX = { character: 5.9, line: 12 };
const BAND = { type: 'band', padding: 0, tickSize: 0, labelArrow: 'none', labelAnchor: 'center' } as const;
const PLACE = { x: 'column', y: 'row' };

/** Draws a heat map: score and n in every cell, column means below, stripes where there is no score. Hovering names cell, interval and n. */
export function heatMapPanel<Drawing>(map: HeatMap, { Plot, draw }: PlotKit<Drawing>): Panel<Drawing> {
  const size = cellSize(map);
  const cellsPx = size.widthPx * map.columns.length;
  // A map of one or two lengths keeps its cells small and leaves the rest of a readable width empty.
  const marginRight = MARGIN.right + Math.max(0, LEAST_CELLS_PX - cellsPx);
  const rowsPx = size.heightPx * (map.rows.length + 1);
  const title = titleLines(visibleLine(axisTitle(map.y)), rowsPx);
  const marginLeft = MARGIN.left + TITLE_PX.line * (title.length - 1);
  const spots = heatSpots(map);
  const paint = { ...PLACE, fill: spotFill, title: spotTooltip, rx: 2, inset: 0.75 };
  return draw({
    width: marginLeft + marginRight + cellsPx,
    height: MARGIN.top + MARGIN.bottom + rowsPx,
    marginTop: MARGIN.top,
    marginRight,
    marginBottom: MARGIN.bottom,
    marginLeft,
    x: { ...BAND, domain: [...map.columns], label: visibleLine(axisTitle(map.x)), tickFormat: tickLabel(map.x) },
    y: { ...BAND, domain: [...map.rows, MEAN_ROW], label: title.join('\n'), tickFormat: tickLabel(map.y) },
    marks: [
      Plot.cell(
        spots.filter((spot) => !isMean(spot)),
        paint,
      ),
      Plot.cell(spots.filter(isMean), { ...paint, insetTop: 5 }),
      ...(size.showsScore ? spotTexts(spots, { Plot, size }) : []),
    ],
  });
}

/** A title that is longer than the map is high has its unit on a line of its own. */
function titleLines(title: string, heightPx: number): string[] {
  return title.length * TITLE_PX.character > heightPx ? title.split(/ (?=\()/u) : [title];
}

type CellSize = ReturnType<typeof cellSize>;

/** Cells shrink as columns and rows grow in number, and let go of n first, then of the score. */
function cellSize({ columns, rows }: HeatMap) {
  const widthPx = Math.max(8, Math.min(52, Math.floor(720 / columns.length)));
  const lines = rows.length + 1;
  const heightPx = Math.max(8, Math.min(30, Math.floor(660 / lines)), Math.ceil(LEAST_ROWS_PX / lines));
  const fontPx = widthPx >= 34 ? 11.5 : 9;
  return { widthPx, heightPx, fontPx, showsScore: widthPx >= 22 && heightPx >= 13, showsN: widthPx >= 30 && heightPx >= 26 };
}

/** Score over n where both fit; the score alone in the middle elsewhere. */
function spotTexts(spots: readonly HeatSpot[], { Plot, size }: { readonly Plot: PlotKit['Plot']; readonly size: CellSize }) {
  const groups = Map.groupBy(spots, (spot) => (isMean(spot) ? 2 : 0) + (size.showsN && spot.cell.mean !== null ? 1 : 0));
  return [...groups].flatMap(([group, members]) => {
    const drop = group >= 2 ? 2 : 0;
    const withN = group % 2 === 1;
    const text = { ...PLACE, fill: spotInk };
    const score = Plot.text(members, { ...text, text: spotMark, dy: drop - (withN ? 4 : 0), fontSize: size.fontPx, fontWeight: 600 });
    if (!withN) return [score];
    const nOf = ({ cell }: HeatSpot) => `n ${countLabel(Math.round(cell.n))}`;
    return [score, Plot.text(members, { ...text, text: nOf, dy: drop + 7, fillOpacity: 0.78, fontSize: Math.min(8, size.fontPx - 3) })];
  });
}

function isMean({ row }: HeatSpot): boolean {
  return row === MEAN_ROW;
}

function tickLabel(axis: string): (value: AxisValue) => string {
  return (value) => (value === MEAN_ROW ? MEAN_ROW : shorten(visibleLine(axisLabel(axis, value))));
}

function shorten(text: string): string {
  return text.length <= 9 ? text : `${text.slice(0, 8)}…`;
}
