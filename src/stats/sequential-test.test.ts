import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceOf, scoresToVerdict, sequentialTest, verdictOf, type SequentialTest } from './index.ts';

const STANDARD = { threshold: 0.85, delta: 0.07, alpha: 0.05, beta: 0.05 };

/** Chances of the values 0, 1/4, 1/2, 3/4 and 1. */
type Shares = readonly number[];

/** The exact chance of each verdict within `cap` scores, by walking over all sums that are still undecided. */
function exactChances(test: SequentialTest, shares: Shares, cap: number) {
  const chances = { passes: 0, fails: 0 };
  let open = new Map([[0, 1]]);
  for (let n = 1; n <= cap; n++) {
    const next = new Map<number, number>();
    for (const [quarters, chance] of open) {
      shares.forEach((share, value) => next.set(quarters + value, (next.get(quarters + value) ?? 0) + chance * share));
    }
    open = new Map();
    for (const [quarters, chance] of next) {
      const verdict = verdictOf(test, { n, sum: quarters / 4 });
      if (verdict) chances[verdict] += chance;
      else open.set(quarters, chance);
    }
  }
  return chances;
}

/** A mixture of any shares with 0s or 1s that has exactly this mean. */
function withMean(weights: readonly number[], mean: number): Shares {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  const own = shares.reduce((sum, share, value) => sum + (share * value) / 4, 0);
  const end = own > mean ? 0 : 4;
  const kept = end === 0 ? mean / own : (1 - mean) / (1 - own);
  return shares.map((share, value) => share * kept + (value === end ? 1 - kept : 0));
}

const settings = fc
  .record({
    threshold: fc.double({ min: 0.3, max: 0.95, noNaN: true }),
    zone: fc.double({ min: 0.2, max: 0.9, noNaN: true }),
    alpha: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    beta: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
  })
  .map(({ threshold, zone, ...chances }) => ({ threshold, delta: zone * Math.min(threshold, 1 - threshold), ...chances }));
const weights = fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 });

describe('sequential test', () => {
  it('keeps its error chances exactly, for right-or-wrong and for partial scores, whatever their distribution', () => {
    fc.assert(
      fc.property(settings, weights, fc.boolean(), (options, drawn, whole) => {
        const test = sequentialTest(options);
        const shares = whole ? [1, 0, 0, 0, 1] : drawn;
        expect(exactChances(test, withMean(shares, test.failRate), 150).passes).toBeLessThanOrEqual(options.alpha);
        expect(exactChances(test, withMean(shares, test.passRate), 150).fails).toBeLessThanOrEqual(options.beta);
      }),
      { numRuns: 60, seed: 1 },
    );
  });

  it('decides right-or-wrong scores at the edges of the zone nearly always, and not much more carefully than it must', () => {
    const test = sequentialTest(STANDARD);
    const atEdge = exactChances(test, [1 - test.failRate, 0, 0, 0, test.failRate], 600);
    expect(atEdge.fails).toBeGreaterThan(0.95);
    expect(atEdge.passes).toBeGreaterThan(0.02);
  });

  it('weighs evidence as the logarithm of the likelihood ratio', () => {
    const test = sequentialTest(STANDARD);
    const likelihood = (rate: number) => rate ** 17 * (1 - rate) ** 3;
    expect(evidenceOf(test, { n: 20, sum: 17 })).toBeCloseTo(Math.log(likelihood(test.passRate) / likelihood(test.failRate)), 10);
  });

  it('says how many scores a verdict takes at least', () => {
    const test = sequentialTest(STANDARD);
    expect(scoresToVerdict(test, { n: 0, sum: 0 })).toBe(3);
    expect(scoresToVerdict(test, { n: 1, sum: 1 })).toBe(18);
    expect(verdictOf(test, { n: 18, sum: 18 })).toBeUndefined();
    expect(verdictOf(test, { n: 19, sum: 19 })).toBe('passes');
    expect(scoresToVerdict(test, { n: 1, sum: 0 })).toBe(2);
    expect(verdictOf(test, { n: 3, sum: 0 })).toBe('fails');
    expect(scoresToVerdict(test, { n: 3, sum: 0 })).toBe(0);
  });

  it.each([
    { ...STANDARD, delta: 0.15 },
    { ...STANDARD, delta: 0 },
    { ...STANDARD, threshold: Number.NaN },
    { ...STANDARD, alpha: 0.5 },
    { ...STANDARD, beta: 0 },
  ])('refuses %j', (options) => {
    expect(() => sequentialTest(options)).toThrow(RangeError);
  });
});
