import { seriesColor } from './series-color.ts';

/** How a series looks as a line: its colour, its dashes, the sign at its points. Two equal curves are still seen as two. */
export interface SeriesMark {
  readonly color: string;
  /** Dashes of the line; undefined: one stroke. */
  readonly dashes?: string;
  readonly symbol: 'circle' | 'square' | 'triangle' | 'diamond' | 'times' | 'plus';
  /** The sign is an outline, and larger: it does not hide the one of another series. */
  readonly isHollow: boolean;
  /** The sign as an SVG path around 0,0. */
  readonly path: string;
}

type Look = Omit<SeriesMark, 'color'>;

const LOOKS: readonly Look[] = [
  { symbol: 'circle', isHollow: false, path: 'M-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0' },
  { dashes: '7 5', symbol: 'square', isHollow: true, path: 'M-3.9,-3.9H3.9V3.9H-3.9Z' },
  { dashes: '2 4', symbol: 'triangle', isHollow: true, path: 'M0,-5.6L5.2,3.6H-5.2Z' },
  { dashes: '10 4 2 4', symbol: 'diamond', isHollow: true, path: 'M0,-6L4.4,0L0,6L-4.4,0Z' },
  { dashes: '4 3', symbol: 'times', isHollow: true, path: 'M-3.8,-3.8L3.8,3.8M-3.8,3.8L3.8,-3.8' },
  { dashes: '1 3', symbol: 'plus', isHollow: true, path: 'M-5,0H5M0,-5V5' },
];

/** The look of the series at `index`; looks repeat after six, with the colours. */
export function seriesMark(index: number): SeriesMark {
  return { color: seriesColor(index), ...LOOKS[index % LOOKS.length]! };
}
