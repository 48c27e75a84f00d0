import { EFFECTIVE_THRESHOLD } from '../../stats/index.ts';
import { axisLabel, axisTitle } from '../axis.ts';
import { countLabel, intervalLabel, languageLabel, scoreLabel } from '../labels.ts';
import type { Profile } from '../run-summary.ts';
import { visibleLine } from '../visible-text.ts';
import { baselineCurves, baselineNames } from './baseline-curves.ts';
import { effectiveMarks, panelLengths, STRIP_ROW } from './effective-marks.ts';
import type { Panel, PlotKit } from './plot-kit.ts';
import { seriesMark, type SeriesMark } from './series-mark.ts';

/** Size in pixels (defaults 360 × 220, without the strip of effective lengths). */
export interface CurvePanelOptions {
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Names of baselines in the order of their looks. Default: as they appear in the profiles. */
  readonly baselines?: readonly string[];
  /** Languages in the order of their looks, the same in all panels of a run. Default: a profile's look is by its place. */
  readonly languages?: readonly string[];
  /** The mean score at which a length counts as read, 0–1. Default: that of `effectiveLengths`. */
  readonly threshold?: number;
}

const MARGIN = { top: 14, bottom: 40, left: 44 };

interface Point {
  readonly at: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly note: string;
}

/**
 * Draws scores along one axis, a line per profile (they must share the axis), with the 95 % interval as a band and as whiskers. Lines differ in colour,
 * dashes and signs, so that equal ones are seen.
 * Baselines are thin dashed lines; along lengths, a strip below 0 marks the effective length of each profile.
 * Depth is drawn to scale; lengths and counts, which mostly double, evenly. A point without a score is a gap in the line.
 */
export function curvePanel<Drawing>(
  profiles: readonly Profile[],
  { Plot, draw }: PlotKit<Drawing>,
  options: CurvePanelOptions = {},
): Panel<Drawing> {
  const { widthPx = 360, heightPx = 220, baselines = baselineNames(profiles), threshold = EFFECTIVE_THRESHOLD } = options;
  const axis = profiles[0]?.axis ?? '';
  const places = [...new Set(profiles.flatMap((profile) => profile.points.map((point) => point.at)))].sort((a, b) => a - b);
  const toScale = axis.endsWith('Percent');
  const x = toScale ? { type: 'linear', domain: [places[0]!, places.at(-1)!] } : { type: 'point', domain: places, padding: 0.25 };
  const lookOf = (index: number) => lookIndex(profiles, index, options.languages);
  const lengths = panelLengths(profiles, threshold).map((found) => ({ ...found, index: lookOf(found.index) }));
  const strip = STRIP_ROW * lengths.length;
  const curves = profiles.map((profile, i) => curveMarks(profile, Plot, seriesMark(lookOf(i))));
  return draw({
    width: widthPx,
    height: heightPx + Math.round(((heightPx - MARGIN.top - MARGIN.bottom) * strip) / 100),
    marginTop: MARGIN.top,
    marginRight: 22,
    marginBottom: MARGIN.bottom,
    marginLeft: MARGIN.left,
    x: {
      ...x,
      label: visibleLine(axisTitle(axis)),
      labelAnchor: 'center',
      labelArrow: 'none',
      tickSize: 3,
      ticks: ticksOf(places, toScale),
      tickFormat: (at: number) => axisLabel(axis, at),
    } as object,
    y: {
      domain: [-strip, 100],
      label: 'Score',
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: [0, 25, 50, 75, 100],
      tickSize: 0,
      grid: true,
    },
    // All bands first: a band over a line would take its colour.
    marks: [
      Plot.ruleY([0], { strokeOpacity: 0.35 }),
      ...curves.flatMap((curve) => curve.bands),
      ...baselineCurves(profiles, Plot, baselines),
      ...curves.flatMap((curve) => curve.lines),
      ...effectiveMarks(lengths, Plot),
    ],
  });
}

/** Which look a profile has: that of its language, where the languages are given and have it. */
function lookIndex(profiles: readonly Profile[], index: number, languages: readonly string[] = []): number {
  const found = languages.indexOf(profiles[index]?.language ?? '');
  return found < 0 ? index : found;
}

function curveMarks(profile: Profile, Plot: PlotKit['Plot'], { color, dashes, symbol, isHollow }: SeriesMark) {
  const points = profile.points.map((point) => pointOf(profile, point));
  const scored = points.filter((point) => Number.isFinite(point.mean));
  const bands = [
    Plot.areaY(points, { x: 'at', y1: 'low', y2: 'high', fill: color, fillOpacity: 0.16 }),
    Plot.ruleX(scored, { x: 'at', y1: 'low', y2: 'high', stroke: color, strokeOpacity: 0.45 }),
  ];
  const lines = [
    Plot.line(points, { x: 'at', y: 'mean', stroke: color, strokeWidth: 2, ...(dashes !== undefined && { strokeDasharray: dashes }) }),
    Plot.dot(scored, {
      x: 'at',
      y: 'mean',
      symbol,
      title: 'note',
      ...(isHollow ? { stroke: color, strokeWidth: 1.6, fill: 'none', r: 4.4 } : { fill: color, r: 3 }),
    }),
  ];
  return { bands, lines };
}

function pointOf({ axis, language }: Profile, { at, mean, low, high, n, missing }: Profile['points'][number]): Point {
  const percent = (share: number | null) => (share === null ? Number.NaN : share * 100);
  const who = language === null ? '' : `${languageLabel(language)}, `;
  const score = `${scoreLabel(mean, { digits: 1 })} (95 %: ${intervalLabel({ low, high })}), n ${countLabel(Math.round(n))}`;
  const note = `${who}${axisLabel(axis, at)}: ${score}${missing > 0 ? `, ${countLabel(missing)} missing` : ''}`;
  return { at, mean: percent(mean), low: percent(low), high: percent(high), note: visibleLine(note) };
}

/** At most eight labelled ticks, the ends among them. */
function ticksOf(places: readonly number[], toScale: boolean): readonly number[] {
  if (toScale && places[0] === 0 && places.at(-1) === 100) return [0, 25, 50, 75, 100];
  const step = Math.ceil(places.length / 8);
  return places.filter((_, i) => (places.length - 1 - i) % step === 0);
}
