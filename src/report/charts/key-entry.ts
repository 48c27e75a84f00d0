import { scoreLabel } from '../labels.ts';
import { BASELINE_OPACITY, baselineMark } from './baseline-mark.ts';
import { seriesColor } from './series-color.ts';
import { seriesMark } from './series-mark.ts';

/** An entry of a figure's key: a swatch, as SVG markup in a box of 26 × 12 drawn in `currentColor`, and what it stands for. */
export interface KeyEntry {
  readonly swatch: string;
  readonly label: string;
}

/** Size of a swatch in pixels. */
export const SWATCH = { width: 26, height: 12 };

/** The line of a series, as it is drawn. */
export function lineEntry(index: number, label: string): KeyEntry {
  const { color, dashes, path, isHollow } = seriesMark(index);
  const swatch =
    `<g fill="none" stroke="${color}" stroke-width="2"><path d="M0,6H26"${dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`}/>` +
    `<path d="${path}" transform="translate(13,6)"${isHollow ? ' stroke-width="1.6"' : ` fill="${color}" stroke="none"`}/></g>`;
  return { swatch, label };
}

/** The bar of a series. */
export function seriesEntry(index: number, label: string): KeyEntry {
  return { swatch: `<rect x="4" width="18" height="12" rx="2" fill="${seriesColor(index)}"/>`, label };
}

/** The dashes and the sign of a baseline. */
export function baselineEntry(index: number, name: string): KeyEntry {
  const { dashes, path } = baselineMark(index);
  const swatch =
    `<g fill="none" stroke="currentColor" stroke-width="1.1"><path d="M0,6H26" stroke-dasharray="${dashes}" stroke-opacity="${BASELINE_OPACITY}"/>` +
    `<path d="${path}" transform="translate(13,6)"/></g>`;
  return { swatch, label: `baseline ${name}` };
}

/** The mark of the effective length. */
export function effectiveEntry(threshold: number): KeyEntry {
  const swatch =
    '<rect y="7" width="26" height="4" fill="currentColor" fill-opacity="0.4"/><path d="M13,3L17.5,11H8.5Z" fill="currentColor"/>';
  return { swatch, label: `effective length: the mean stays at ${scoreLabel(threshold)} or more (bar: 95 %)` };
}
