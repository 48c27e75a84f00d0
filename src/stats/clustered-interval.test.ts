import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../core/index.ts';
import { clusteredInterval, studentQuantile, wilson, type Interval, type ValueGroup } from './index.ts';

/** Clusters of a simulated run: `strata` languages with `clusters` haystacks each and `size` answers on each haystack. */
interface World {
  readonly mean: number;
  readonly correlation: number;
  readonly clusters: number;
  readonly size: number;
  readonly strata?: number;
  readonly fractional?: boolean;
}

type Random = ReturnType<typeof seededRandom>;

/** A draw from a beta distribution, as a ratio of gamma draws. */
function beta(a: number, b: number, random: Random): number {
  const gamma = (shape: number): number => {
    if (shape < 1) return gamma(shape + 1) * random.random() ** (1 / shape);
    // Marsaglia and Tsang (2000).
    const d = shape - 1 / 3;
    for (;;) {
      const x = Math.sqrt(-2 * Math.log(1 - random.random())) * Math.cos(2 * Math.PI * random.random());
      const v = (1 + x / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(1 - random.random()) < x ** 2 / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  const [x, y] = [gamma(a), gamma(b)];
  return x + y === 0 ? Math.round(random.random()) : x / (x + y);
}

function draw({ mean, correlation, clusters, size, strata = 1, fractional }: World, random: Random): ValueGroup[] {
  return Array.from({ length: strata * clusters }, (_, i) => {
    const ease =
      correlation === 0 ? mean : beta((mean * (1 - correlation)) / correlation, ((1 - mean) * (1 - correlation)) / correlation, random);
    let sum = 0;
    for (let answer = 0; answer < size; answer++) {
      if (fractional) sum += beta(2 * ease + 1e-6, 2 * (1 - ease) + 1e-6, random);
      else if (random.random() < ease) sum++;
    }
    return { cluster: `haystack/${i}`, stratum: `language ${i % strata}`, sum, weight: size };
  });
}

/** Shares of simulated runs whose interval holds the true mean. */
function coverage(world: World, runs = 1000): { readonly clustered: number; readonly naive: number } {
  const random = seededRandom(1, 'coverage', JSON.stringify(world));
  const holds = ({ low, high }: Interval) => Number(low !== null && high !== null && low <= world.mean && world.mean <= high);
  let [clustered, naive] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const groups = draw(world, random);
    const n = groups.reduce((sum, group) => sum + group.weight, 0);
    clustered += holds(clusteredInterval(groups));
    naive += holds(wilson(Math.min(1, groups.reduce((sum, group) => sum + group.sum, 0) / n), n));
  }
  return { clustered: clustered / runs, naive: naive / runs };
}

describe('clusteredInterval', () => {
  const few = [2, 3, 4, 5].flatMap((clusters) => [0.5, 0.8, 0.95].map((mean) => ({ mean, correlation: 0.2, clusters, size: 40 })));
  const many = [0.5, 0.9].map((mean) => ({ mean, correlation: 0.1, clusters: 20, size: 40 }));
  const strong = [
    { mean: 0.5, clusters: 4 },
    { mean: 0.95, clusters: 4 },
    { mean: 0.9, clusters: 20 },
  ].map((world) => ({ ...world, correlation: 0.5, size: 40 }));
  const languages = [0.5, 0.9].map((mean) => ({ mean, correlation: 0.2, clusters: 2, size: 40, strata: 2 }));
  const fractional = [{ mean: 0.7, correlation: 0.3, clusters: 5, size: 20, fractional: true }];

  it.each([...few, ...many, ...strong, ...languages, ...fractional])(
    'covers where the naive interval fails: mean $mean, correlation $correlation, $clusters clusters of $size',
    (world) => {
      const { clustered, naive } = coverage(world);
      expect(clustered).toBeGreaterThanOrEqual(0.93);
      expect(naive).toBeLessThan(0.8);
    },
  );

  it.each([0.5, 0.95])('stays near the naive interval when the clusters do not matter, mean %d', (mean) => {
    const world = { mean, correlation: 0, clusters: 20, size: 22 };
    const random = seededRandom(2, 'width');
    const groups = Array.from({ length: 200 }, () => draw(world, random));
    const width = ({ low, high }: Interval) => high! - low!;
    const clustered = groups.reduce((sum, group) => sum + width(clusteredInterval(group)), 0);
    const naive = groups.reduce(
      (sum, group) => sum + width(wilson(group.reduce((total, { sum: right }) => total + right, 0) / 440, 440)),
      0,
    );
    expect(clustered / naive).toBeGreaterThan(1);
    expect(clustered / naive).toBeLessThan(1.45);
  });

  it('is Wilson’s interval without clusters, and with one value in each', () => {
    expect(clusteredInterval([{ sum: 9, weight: 10 }])).toEqual(wilson(0.9, 10));
    const singles = Array.from({ length: 10 }, (_, i) => ({ cluster: String(i), sum: Number(i > 0), weight: 1 }));
    expect(clusteredInterval(singles).low).toBeCloseTo(wilson(0.9, 10).low!, 12);
  });

  it('has none for nothing, and none for one cluster in all or in a stratum', () => {
    const none = { low: null, high: null };
    expect(clusteredInterval([])).toEqual(none);
    expect(clusteredInterval([{ cluster: 'a', sum: 8, weight: 10 }])).toEqual(none);
    const pair = ['a', 'b'].map((cluster) => ({ cluster, stratum: 'en', sum: 8, weight: 10 }));
    expect(clusteredInterval(pair).low).not.toBeNull();
    expect(clusteredInterval([...pair, { cluster: 'c', stratum: 'zh', sum: 8, weight: 10 }])).toEqual(none);
    expect(clusteredInterval([...pair, { cluster: 'c', stratum: 'zh', sum: 1, weight: 1 }]).low).not.toBeNull();
  });

  it('takes a perfect score on few haystacks for as many answers as haystacks', () => {
    const perfect = Array.from({ length: 4 }, (_, i) => ({ cluster: String(i), sum: 110, weight: 110 }));
    expect(clusteredInterval(perfect)).toEqual(wilson(1, 4));
  });

  it('does not take the difference between strata for chance', () => {
    const at = (stratum: string, sum: number) => ['a', 'b', 'c', 'd'].map((cluster) => ({ cluster, stratum, sum, weight: 100 }));
    const apart = [...at('en', 90), ...at('zh', 30)];
    const { low, high } = clusteredInterval(apart);
    expect(high! - low!).toBeLessThan(0.15);
    const { low: mixedLow, high: mixedHigh } = clusteredInterval(
      apart.map((group) => ({ ...group, stratum: '', cluster: group.stratum + group.cluster })),
    );
    expect(mixedHigh! - mixedLow!).toBeGreaterThan(0.4);
  });

  it('holds the mean, never leaves 0–1, never beats Wilson, and does not mind the order', () => {
    const group = fc
      .record({
        cluster: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
        weight: fc.integer({ min: 1, max: 9 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ cluster, weight, share }) => ({ ...(cluster !== undefined && { cluster }), weight, sum: share * weight }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 12 }), (groups) => {
        const { low, high } = clusteredInterval(groups);
        if (low === null || high === null) return;
        const n = groups.reduce((sum, { weight }) => sum + weight, 0);
        const mean = Math.min(1, groups.reduce((sum, one) => sum + one.sum, 0) / n);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low - 1e-9).toBeLessThanOrEqual(mean);
        expect(high + 1e-9).toBeGreaterThanOrEqual(mean);
        const naive = wilson(mean, n);
        expect(high - low).toBeGreaterThanOrEqual(naive.high! - naive.low! - 1e-9);
        expect(clusteredInterval(groups.toReversed()).low).toBeCloseTo(low, 9);
      }),
    );
  });
});

describe('studentQuantile', () => {
  it.each([
    [0.975, 1, 12.7062047],
    [0.975, 2, 4.3026527],
    [0.975, 3, 3.1824463],
    [0.975, 4, 2.7764451],
    [0.975, 5.9, 2.5705818],
    [0.995, 10, 3.1692727],
    [0.9, 30, 1.310415],
    [0.025, 7, -2.3646243],
    [0.975, Infinity, 1.959964],
  ])('of %d at %d degrees of freedom', (probability, df, t) => {
    expect(Math.abs(studentQuantile(probability, df) - t)).toBeLessThan(2e-4);
  });

  it.each([
    [0.975, 0.5],
    [0, 3],
    [1, 3],
  ])('refuses %d at %d', (probability, df) => {
    expect(() => studentQuantile(probability, df)).toThrow(RangeError);
  });
});
