import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/index.ts';
import { pairedComparison, signTest } from './index.ts';

const times = (n: number, before: number | null, after: number) => Array.from({ length: n }, () => ({ before, after }));

describe('signTest', () => {
  it.each([
    { up: 1, down: 9, p: 0.021484375 },
    { up: 5, down: 5, p: 1 },
    { up: 0, down: 6, p: 0.03125 },
    { up: 12, down: 3, p: 0.03515625 },
    { up: 900, down: 1100, p: 8.457089535503927e-6 },
    { up: 0, down: 0, p: 1 },
  ])('is exact for $up up and $down down', ({ up, down, p }) => {
    const test = signTest([...Array(up).fill(0.5), 0, ...Array(down).fill(-1)]);
    expect(test).toEqual({ up, down, ties: 1, p: expect.closeTo(p, 12) });
  });
});

describe('pairedComparison', () => {
  it('compares right/wrong answers with an exact p', () => {
    const pairs = [...times(9, 0, 1), ...times(1, 1, 0), ...times(30, 1, 1), ...times(2, null, 1)];
    expect(pairedComparison(pairs)).toEqual({
      n: 40,
      missing: 2,
      before: 0.775,
      after: 0.975,
      difference: 0.2,
      low: 0.075,
      high: 0.35,
      p: expect.closeTo(0.021484375, 12),
      clusters: 40,
    });
  });

  it('enumerates sign flips of a few unequal differences', () => {
    // Of 8 flips of (0.5, 0.25, 0.125), two reach |0.875|.
    const pairs = [
      { before: 0.5, after: 1 },
      { before: 0.5, after: 0.75 },
      { before: 0.5, after: 0.625 },
    ];
    expect(pairedComparison(pairs).p).toBe(0.25);
  });

  it('draws flips when there are many, near the p of all flips', () => {
    const sizes = Array.from({ length: 15 }, (_, i) => 0.5 + i * 0.03);
    const pairs = sizes.map((size, i) => ({ before: 0, after: i % 3 === 0 ? -size : size }));
    const observed = Math.abs(pairs.reduce((total, { after }) => total + after, 0)) - 1e-9;
    const sums = Array.from({ length: 2 ** 15 }, (_, flip) =>
      sizes.reduce((total, size, i) => total + ((flip >> i) & 1 ? size : -size), 0),
    );
    const exact = sums.filter((total) => Math.abs(total) >= observed).length / sums.length;
    expect(Math.abs(pairedComparison(pairs).p! - exact)).toBeLessThan(0.01);
  });

  it('never claims a p of 0', () => {
    expect(pairedComparison(times(40, 0, 1).map((pair, i) => ({ ...pair, after: 0.5 + i / 100 }))).p).toBe(1 / 10_001);
  });

  it('knows nothing of no pairs and has no interval for one', () => {
    const nothing = { n: 0, missing: 1, before: null, after: null, difference: null, low: null, high: null, p: null, clusters: 0 };
    expect(pairedComparison([{ before: null, after: 1 }])).toEqual(nothing);
    expect(pairedComparison([{ before: 0, after: 1 }])).toEqual({
      n: 1,
      missing: 0,
      before: 0,
      after: 1,
      difference: 1,
      low: null,
      high: null,
      p: 1,
      clusters: 1,
    });
  });

  it('flips clusters whole, so that one odd haystack is one piece of evidence', () => {
    const on = (cluster: string, after: number) => Array.from({ length: 20 }, () => ({ before: 0.5, after, cluster }));
    const pairs = [...on('a', 1), ...on('b', 0.75), ...on('c', 0.625)];
    expect(pairedComparison(pairs)).toMatchObject({ n: 60, clusters: 3, p: 0.25, difference: expect.closeTo(0.875 / 3, 12) });
    expect(pairedComparison(pairs.map(({ before, after }) => ({ before, after }))).p).toBeLessThan(1e-3);
  });

  it('has no interval over one cluster, nor where no pair changed', () => {
    const on = (cluster: string, after: number) => [0, 1].map((before) => ({ before, after, cluster }));
    expect(pairedComparison(on('a', 1))).toMatchObject({ difference: 0.5, low: null, high: null, p: 1 });
    const same = ['a', 'b', 'c'].flatMap((cluster) => [0, 1].map((before) => ({ before, after: before, cluster })));
    expect(pairedComparison(same)).toMatchObject({ difference: 0, low: null, high: null, p: 1 });
  });

  it.each([
    { clusters: 3, size: 30 },
    { clusters: 5, size: 30 },
    { clusters: 8, size: 30 },
  ])('covers the true difference over $clusters clusters of $size where pairs alone do not, and holds its level', ({ clusters, size }) => {
    const random = seededRandom(3, 'paired', clusters);
    const runs = 250;
    let [clustered, naive, rejected] = [0, 0, 0];
    for (let run = 0; run < runs; run++) {
      // What a haystack does to both runs cancels out; what it does to the change does not. The true change is 0.
      const pairs = Array.from({ length: clusters }, (_, i) => {
        const shift = 0.3 * (random.random() + random.random() - 1);
        return Array.from({ length: size }, () => {
          const before = Number(random.random() < 0.6);
          return { before, after: Number(random.random() < 0.6 + shift), cluster: String(i) };
        });
      }).flat();
      const holds = (low: number | null, high: number | null) => Number(low !== null && low <= 0 && 0 <= high!);
      const whole = pairedComparison(pairs);
      const apart = pairedComparison(
        pairs.map(({ before, after }) => ({ before, after })),
        { resamples: 80 },
      );
      clustered += holds(whole.low, whole.high);
      naive += holds(apart.low, apart.high);
      rejected += Number(whole.p! <= 0.05);
    }
    expect(clustered / runs).toBeGreaterThanOrEqual(0.93);
    expect(naive / runs).toBeLessThan(0.9);
    expect(rejected / runs).toBeLessThan(0.07);
  });

  it('is repeatable, and mirrors when the runs change places', () => {
    const score = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4);
    const pair = fc.record({ before: score, after: score });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 12 }), (pairs) => {
        const there = pairedComparison(pairs, { resamples: 50 });
        const back = pairedComparison(
          pairs.map(({ before, after }) => ({ before: after, after: before })),
          { resamples: 50 },
        );
        expect(pairedComparison(pairs, { resamples: 50 })).toEqual(there);
        expect(back.p).toBe(there.p);
        expect(back.difference).toBeCloseTo(-there.difference!, 12);
        expect(back.high).toBeCloseTo(-there.low!, 12);
      }),
      { numRuns: 60 },
    );
  });
});
