import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { meanOfPresent, pooledMean, quantile } from './index.ts';

it('leaves missing values out and counts them', () => {
  expect(meanOfPresent([1, null, 0.5, undefined, 0])).toEqual({ mean: 0.5, n: 3, missing: 2 });
});

it('has no mean of nothing', () => {
  expect(meanOfPresent([null, undefined])).toEqual({ mean: null, n: 0, missing: 2 });
  expect(pooledMean([{ mean: null, n: 0, missing: 3 }])).toEqual({ mean: null, n: 0, missing: 3 });
});

it('pools to the mean of all values, however they were split', () => {
  const score = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.array(score)), (groups) => {
      const pooled = pooledMean(groups.map((group) => meanOfPresent(group)));
      const whole = meanOfPresent(groups.flat());
      const rounded = (mean: number | null) => mean && Math.round(mean * 1e10);
      expect({ ...pooled, mean: rounded(pooled.mean) }).toEqual({ ...whole, mean: rounded(whole.mean) });
    }),
  );
});

it('interpolates quantiles as R and NumPy do, and sorts by number', () => {
  const values = [100, 9, 20, 3];
  expect([0, 0.25, 0.5, 0.75, 1].map((share) => quantile(values, share))).toEqual([3, 7.5, 14.5, 40, 100]);
  expect(values).toEqual([100, 9, 20, 3]);
  expect(quantile([], 0.5)).toBeNull();
  expect(() => quantile([1], 2)).toThrow(RangeError);
});
