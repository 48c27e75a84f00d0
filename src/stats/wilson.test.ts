import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile, wilson } from './index.ts';

// Golden values: Wilson's formula in 40-digit decimal arithmetic.
const GOLDEN = [
  { mean: 0.5, n: 10, low: 0.23659309051256397, high: 0.7634069094874361 },
  { mean: 0, n: 10, low: 0, high: 0.27753279986288926 },
  { mean: 1, n: 10, low: 0.7224672001371107, high: 1 },
  { mean: 0.81, n: 263, low: 0.7582565142792814, high: 0.8528179443923347 },
  { mean: 0.9, n: 3, low: 0.3576286908085745, high: 0.993173683787389 },
];

describe('wilson', () => {
  it.each(GOLDEN)('gives the golden interval of $mean over $n', ({ mean, n, low, high }) => {
    const interval = wilson(mean, n);
    expect(interval.low).toBeCloseTo(low, 14);
    expect(interval.high).toBeCloseTo(high, 14);
  });

  it('widens with confidence', () => {
    const interval = wilson(0.5, 10, { confidence: 0.99 });
    expect(interval.low).toBeCloseTo(0.18422551824723543, 14);
    expect(interval.high).toBeCloseTo(0.8157744817527646, 14);
  });

  it('knows nothing of nothing', () => {
    expect(wilson(0.3, 0)).toEqual({ low: null, high: null });
    expect(wilson(null, 12)).toEqual({ low: null, high: null });
  });

  it('refuses what is no mean', () => {
    expect(() => wilson(1.2, 4)).toThrow('the mean must lie between 0 and 1');
    expect(() => wilson(Number.NaN, 4)).toThrow(RangeError);
    expect(() => wilson(0.2, -1)).toThrow('n must not be negative');
  });

  it('stays within 0–1, holds the mean, mirrors, and narrows with n', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1e6 }), (mean, n) => {
        const { low, high } = wilson(mean, n) as { low: number; high: number };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
        const mirrored = wilson(1 - mean, n) as { low: number; high: number };
        expect(mirrored.high).toBeCloseTo(1 - low, 12);
        const more = wilson(mean, 4 * n) as { low: number; high: number };
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489],
    [0.3, -0.5244005127080407],
    [0.001, -3.090232306167813],
    [1e-10, -6.361340902404056],
    [0.5, 0],
  ])('of %d is %d', (probability, z) => {
    expect(normalQuantile(probability)).toBeCloseTo(z, 12);
  });

  it.each([0, 1, -0.1, Number.NaN])('refuses %d', (probability) => {
    expect(() => normalQuantile(probability)).toThrow(RangeError);
  });
});
