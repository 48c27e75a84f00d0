import { effectiveLengthLabel, effectiveLengths, type TaskLength } from '../effective-lengths.ts';
import { tokensLabel } from '../axis.ts';
import { languageLabel } from '../labels.ts';
import type { Profile } from '../run-summary.ts';
import { visibleLine } from '../visible-text.ts';
import type { PlotKit } from './plot-kit.ts';
import { seriesColor } from './series-color.ts';

/** Height of a row of the strip, in points of the score axis. */
export const STRIP_ROW = 9;

/** An effective length with the place of its profile among those of the panel. */
export type PanelLength = TaskLength & { readonly index: number };

/** The effective lengths of a panel's profiles; none where the axis is no length. */
export function panelLengths(profiles: readonly Profile[], threshold: number): readonly PanelLength[] {
  return profiles.flatMap((profile, index) =>
    effectiveLengths({ profiles: [profile] }, threshold)
      .filter(({ longestTokens }) => longestTokens !== null)
      .map((found) => ({ ...found, index })),
  );
}

/**
 * The threshold as a dotted line, and a strip below 0 with a row per profile: a triangle at its effective length, a bar along its interval, the length at the left.
 */
export function effectiveMarks(lengths: readonly PanelLength[], Plot: PlotKit['Plot']) {
  const [first] = lengths;
  if (first === undefined) return [];
  const rows = lengths.map((found, row) => ({
    y: -STRIP_ROW * (row + 0.7),
    from: found.lowTokens ?? found.shortestTokens!,
    to: found.highTokens ?? found.shortestTokens!,
    at: found.tokens,
    color: seriesColor(found.index),
    label: shortLabel(found),
    note: effectiveNote(found),
  }));
  const scale = { y: 100 * first.threshold };
  return [
    Plot.ruleY([scale], { y: 'y', stroke: 'currentColor', strokeOpacity: 0.7, strokeDasharray: '1 2.5' }),
    Plot.text([scale], {
      y: 'y',
      frameAnchor: 'right',
      textAnchor: 'start',
      dx: 4,
      text: () => String(Math.round(scale.y)),
      fontSize: 9.5,
    }),
    Plot.ruleY(rows, { y: 'y', x1: 'from', x2: 'to', stroke: 'color', strokeOpacity: 0.45, strokeWidth: 4, title: 'note' }),
    Plot.dot(
      rows.filter(({ at }) => at !== null),
      { x: 'at', y: 'y', symbol: 'triangle', fill: 'color', r: 4, title: 'note' },
    ),
    Plot.text(rows, { y: 'y', frameAnchor: 'left', textAnchor: 'end', dx: -6, text: 'label', fontSize: 9.5, title: 'note' }),
  ];
}

/** An effective length in words, as a line below a panel's title. */
export function effectiveNote(found: TaskLength): string {
  const who = found.language === null ? '' : ` ${languageLabel(found.language)}`;
  return visibleLine(`Effective length${who}: ${effectiveLengthLabel(found)}`);
}

function shortLabel({ tokens, firstFailingTokens, shortestTokens }: TaskLength): string {
  if (tokens === null) return `< ${tokensLabel(shortestTokens!)}`;
  return firstFailingTokens === null ? `≥ ${tokensLabel(tokens)}` : tokensLabel(tokens);
}
