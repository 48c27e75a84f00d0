import { oklabOf, rgbOfOklab, type Oklab } from './oklab.ts';
import type { Rgb } from './color-scale.ts';

/**
 * A diverging scale from orange (worse) over near-white to blue (better), mixed in OKLab: both arms darken evenly and equally, so that size reads
 * as lightness and sign as hue. Blue and orange stay apart with every common kind of colour blindness.
 */
const [WORSE, NEITHER, BETTER] = (['#a84b00', '#f5f5f4', '#1b5fad'] as const).map((hex) => oklabOf(rgbOf(hex))) as unknown as readonly [
  Oklab,
  Oklab,
  Oklab,
];

/** The colour of a difference of scores (−1 to 1). `limit`: the difference that has the full colour; beyond it the colour is held. */
export function differenceColor(difference: number, { limit = 1 }: { readonly limit?: number } = {}): Rgb {
  const share = Math.min(1, Math.abs(difference) / limit);
  const end = difference < 0 ? WORSE : BETTER;
  return rgbOfOklab(NEITHER.map((from, i) => from + (end[i]! - from) * share) as unknown as Oklab);
}

/** A full colour for the largest of differences: 0.1, 0.25, 0.5 or 1. */
export function differenceLimit(differences: Iterable<number>): number {
  const most = Math.max(0, ...[...differences].map(Math.abs));
  return [0.1, 0.25, 0.5].find((limit) => most <= limit) ?? 1;
}

function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;
}
