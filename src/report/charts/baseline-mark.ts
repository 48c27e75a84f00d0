import { visibleLine } from '../visible-text.ts';
import type { PlotKit } from './plot-kit.ts';

/** How a baseline looks: its dashes along a curve, its sign on a curve or a bar. Grey, so that no one takes it for a series. */
export interface BaselineMark {
  readonly dashes: string;
  readonly symbol: 'circle' | 'triangle' | 'square' | 'diamond' | 'times' | 'plus';
  /** The sign as an SVG path around 0,0. */
  readonly path: string;
}

const MARKS: readonly BaselineMark[] = [
  { dashes: '6 3', symbol: 'circle', path: 'M-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0' },
  { dashes: '2 3', symbol: 'triangle', path: 'M0,-3.6L3.4,2.6H-3.4Z' },
  { dashes: '8 3 2 3', symbol: 'square', path: 'M-2.8,-2.8H2.8V2.8H-2.8Z' },
  { dashes: '4 2 1 2 1 2', symbol: 'diamond', path: 'M0,-3.8L2.6,0L0,3.8L-2.6,0Z' },
  { dashes: '1 3', symbol: 'times', path: 'M-2.6,-2.6L2.6,2.6M-2.6,2.6L2.6,-2.6' },
  { dashes: '10 4', symbol: 'plus', path: 'M-3.4,0H3.4M0,-3.4V3.4' },
];

/** Strength of the grey of lines and signs. */
export const BASELINE_OPACITY = 0.62;

/** The look of the baseline at `index`; looks repeat after six. */
export function baselineMark(index: number): BaselineMark {
  return MARKS[index % MARKS.length]!;
}

/** A place of a baseline in a panel. `score` is 0–100; `n`: answers behind it. */
export interface BaselineSpot {
  readonly score: number;
  readonly note: string;
}

/** The signs of one baseline. */
export function baselineDots(
  spots: readonly (BaselineSpot & object)[],
  Plot: PlotKit['Plot'],
  { index, at }: { readonly index: number; readonly at: { readonly x: string; readonly y: string } },
) {
  return Plot.dot(spots, {
    ...at,
    symbol: baselineMark(index).symbol,
    r: 2.8,
    stroke: 'currentColor',
    strokeOpacity: BASELINE_OPACITY + 0.2,
    strokeWidth: 1.1,
    fill: 'none',
    title: 'note',
  });
}

/** A baseline in words. */
export function baselineNote(name: string, text: string): string {
  return visibleLine(`baseline ${name}, ${text}`);
}
