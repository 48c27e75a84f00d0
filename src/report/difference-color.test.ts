import { describe, expect, it } from 'vitest';
import { contrast, inkOn, type Rgb } from './color-scale.ts';
import { differenceColor, differenceLimit } from './difference-color.ts';
import { oklabOf, rgbOfOklab, type Oklab } from './oklab.ts';

const STEPS = Array.from({ length: 21 }, (_, i) => i / 20);
const lightness = (color: Rgb) => oklabOf(color)[0];

/** What people see who lack one kind of cone. Source: Machado, Oliveira and Fernandes (2009), severity 1, applied to linear light. */
const BLINDNESS: { readonly [kind: string]: readonly [Oklab, Oklab, Oklab] } = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenBy(kind: string, color: Rgb): Rgb {
  const linear = color.map((channel) => (channel / 255 <= 0.04045 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4));
  return BLINDNESS[kind]!.map((row) => {
    const light = Math.min(1, Math.max(0, row[0] * linear[0]! + row[1] * linear[1]! + row[2] * linear[2]!));
    return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
  }) as unknown as Rgb;
}

const apart = (a: Rgb, b: Rgb) => Math.hypot(...oklabOf(a).map((value, i) => value - oklabOf(b)[i]!));

describe('OKLab', () => {
  it('is the one that was published, and leads back', () => {
    expect(oklabOf([255, 0, 0]).map((value) => value.toFixed(3))).toEqual(['0.628', '0.225', '0.126']);
    for (const color of [
      [255, 0, 0],
      [12, 200, 99],
      [0, 0, 0],
      [255, 255, 255],
    ] as const)
      expect(rgbOfOklab(oklabOf(color))).toEqual(color);
  });
});

describe('the colour of a difference', () => {
  it('darkens evenly on both sides, and equally for the same size', () => {
    for (const sign of [-1, 1]) {
      const steps = STEPS.map((step) => lightness(differenceColor(sign * step)));
      const falls = steps.slice(1).map((value, i) => steps[i]! - value);
      for (const fall of falls) expect(fall).toBeCloseTo((steps[0]! - steps.at(-1)!) / 20, 2);
      expect(falls[0]).toBeGreaterThan(0.01);
    }
    for (const step of STEPS) expect(lightness(differenceColor(step))).toBeCloseTo(lightness(differenceColor(-step)), 1);
  });

  it('tells better from worse whichever cones see it, a quarter of the way on', () => {
    for (const kind of Object.keys(BLINDNESS)) {
      expect(apart(seenBy(kind, differenceColor(-0.25)), seenBy(kind, differenceColor(0.25)))).toBeGreaterThan(0.05);
      expect(apart(seenBy(kind, differenceColor(-1)), seenBy(kind, differenceColor(1)))).toBeGreaterThan(0.2);
    }
  });

  it('leaves a number on it readable', () => {
    const all = STEPS.flatMap((step) => [differenceColor(step), differenceColor(-step)]);
    expect(Math.min(...all.map((color) => contrast(color, inkOn(color))))).toBeGreaterThan(4.5);
  });

  it('is full at the limit and held beyond it', () => {
    expect(differenceColor(0.5, { limit: 0.5 })).toEqual(differenceColor(1));
    expect(differenceColor(0.9, { limit: 0.5 })).toEqual(differenceColor(1));
    expect(differenceColor(0)).toEqual(differenceColor(-0));
    expect(differenceLimit([])).toBe(0.1);
    expect(differenceLimit([-0.2, 0.1])).toBe(0.25);
    expect(differenceLimit([0.51])).toBe(1);
  });
});
