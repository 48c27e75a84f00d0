import { countLabel, languageLabel, scoreLabel } from '../labels.ts';
import type { Radar } from '../radars.ts';
import { visibleLine } from '../visible-text.ts';
import type { Panel, PlotKit } from './plot-kit.ts';
import { seriesMark } from './series-mark.ts';

const RINGS = [25, 50, 75, 100];
const LABEL_AT = 116;
/** Half the width and height of the picture, in points of score: room for the names around it. */
const [REACH_X, REACH_Y] = [190, 128];

/** `widthPx`: default 420. `languages` in the order of their looks. */
export interface RadarPanelOptions {
  readonly widthPx?: number;
  readonly languages?: readonly string[];
}

/** Draws scores around a circle: 0 in the middle, 100 on the outer ring. A spoke without a score leaves its corner out. */
export function radarPanel<Drawing>(
  { spokes, series }: Radar,
  { Plot, draw }: PlotKit<Drawing>,
  { widthPx = 420, languages = series.map(({ name }) => name) }: RadarPanelOptions = {},
): Panel<Drawing> {
  const at = (spoke: number, score: number) => {
    const angle = (2 * Math.PI * spoke) / spokes.length;
    return { x: score * Math.sin(angle), y: score * Math.cos(angle) };
  };
  const ring = (score: number) => [...spokes, spokes[0]!].map((_, i) => at(i, score));
  const names = spokes.map((name, i) => ({ ...at(i, LABEL_AT), name: visibleLine(name) }));
  const lines = series.flatMap(({ name, values, n }, i) => {
    const { color, symbol, dashes, isHollow } = seriesMark(languages.includes(name) ? languages.indexOf(name) : i);
    const points = values.flatMap((value, spoke) => {
      if (value === null) return [];
      const note = `${name === '' ? '' : `${languageLabel(name)}, `}${spokes[spoke]}: ${scoreLabel(value, { digits: 1 })}, n ${countLabel(n[spoke]!)}`;
      return [{ ...at(spoke, 100 * value), note: visibleLine(note) }];
    });
    const place = { x: 'x', y: 'y' };
    return [
      Plot.line(points, {
        ...place,
        curve: 'linear-closed',
        stroke: color,
        strokeWidth: 2,
        fill: color,
        fillOpacity: 0.12,
        ...(dashes !== undefined && { strokeDasharray: dashes }),
      }),
      Plot.dot(points, { ...place, symbol, title: 'note', ...(isHollow ? { stroke: color, fill: 'none', r: 4 } : { fill: color, r: 3 }) }),
    ];
  });
  return draw({
    width: widthPx,
    height: Math.round((widthPx * REACH_Y) / REACH_X),
    margin: 2,
    x: { domain: [-REACH_X, REACH_X], axis: null },
    y: { domain: [-REACH_Y, REACH_Y], axis: null },
    marks: [
      ...RINGS.map((score) =>
        Plot.line(ring(score), { x: 'x', y: 'y', stroke: 'currentColor', strokeOpacity: score === 100 ? 0.4 : 0.16 }),
      ),
      ...spokes.map((_, i) => Plot.line([at(i, 0), at(i, 100)], { x: 'x', y: 'y', stroke: 'currentColor', strokeOpacity: 0.16 })),
      Plot.text(
        RINGS.map((score) => ({ ...at(0, score), score: String(score) })),
        { x: 'x', y: 'y', text: 'score', dx: 3, textAnchor: 'start', fillOpacity: 0.6, fontSize: 9 },
      ),
      ...lines,
      ...(['end', 'middle', 'start'] as const).map((textAnchor, side) =>
        Plot.text(
          names.filter(({ x }) => (x < -1 ? 0 : x > 1 ? 2 : 1) === side),
          { x: 'x', y: 'y', text: 'name', textAnchor },
        ),
      ),
    ],
  });
}
