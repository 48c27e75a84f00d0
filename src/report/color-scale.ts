/**
 * Viridis in eleven steps: even in lightness and readable with every common kind of colour blindness.
 * Source: S. van der Walt and N. Smith, matplotlib (CC0).
 */
const VIRIDIS = [
  '#440154',
  '#482475',
  '#414487',
  '#355f8d',
  '#2a788e',
  '#21918c',
  '#22a884',
  '#44bf70',
  '#7ad151',
  '#bddf26',
  '#fde725',
].map(rgbOf);

/** Red, green, blue, 0–255 each. */
export type Rgb = readonly [number, number, number];

/** The colour of a score (0–1): dark violet is 0, yellow is 1. Values outside are held at the ends. */
export function scoreColor(score: number): Rgb {
  const at = Math.min(1, Math.max(0, score)) * (VIRIDIS.length - 1);
  const below = VIRIDIS[Math.floor(at)]!;
  const above = VIRIDIS[Math.ceil(at)]!;
  return below.map((channel, i) => Math.round(channel + (above[i]! - channel) * (at - Math.floor(at)))) as unknown as Rgb;
}

/** Black or white, whichever stands out more against a background (relative luminance of WCAG 2.2). */
export function inkOn(background: Rgb): Rgb {
  const light = luminance(background);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.05 ? [255, 255, 255] : [0, 0, 0];
}

/** `#rrggbb`. */
export function hexOf(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The nearest of the 216 colours in the cube of a 256-colour terminal. */
export function ansi256Of([red, green, blue]: Rgb): number {
  const step = (channel: number) => (channel < 48 ? 0 : channel < 115 ? 1 : Math.floor((channel - 35) / 40));
  return 16 + 36 * step(red) + 6 * step(green) + step(blue);
}

/** Contrast ratio of two colours, 1–21 (WCAG 2.2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((left, right) => left - right) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;
}
