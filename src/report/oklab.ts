/**
 * OKLab: a colour space in which equal steps look equal.
 * Source: B. Ottosson, "A perceptual color space for image processing" (2020), public domain; the matrices are of the revision of 2021-01-25.
 */
import type { Rgb } from './color-scale.ts';

/** Lightness 0–1, green–red, blue–yellow. */
export type Oklab = readonly [number, number, number];

type Matrix = readonly [Oklab, Oklab, Oklab];

const LMS_OF_LINEAR: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const LAB_OF_ROOTS: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const ROOTS_OF_LAB: Matrix = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const LINEAR_OF_LMS: Matrix = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** A colour of sRGB in OKLab. */
export function oklabOf(color: Rgb): Oklab {
  const linear = color.map((channel) => linearOf(channel / 255)) as unknown as Oklab;
  return times(LAB_OF_ROOTS, times(LMS_OF_LINEAR, linear).map(Math.cbrt) as unknown as Oklab);
}

/** The nearest colour of sRGB, channel by channel. */
export function rgbOfOklab(lab: Oklab): Rgb {
  const lms = times(ROOTS_OF_LAB, lab).map((root) => root ** 3) as unknown as Oklab;
  return times(LINEAR_OF_LMS, lms).map((share) => Math.round(255 * Math.min(1, Math.max(0, encoded(share))))) as unknown as Rgb;
}

const linearOf = (share: number): number => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);

const encoded = (linear: number): number => (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);

function times(matrix: Matrix, [a, b, c]: Oklab): Oklab {
  return matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Oklab;
}
