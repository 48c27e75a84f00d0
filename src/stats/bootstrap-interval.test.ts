import { expect, test } from 'vitest';
import { bootstrapInterval, wilson } from './index.ts';

const rows = (successes: number, n: number) => Array.from({ length: n }, (_, i) => [1, i < successes ? 1 : 0]);
const share = (sums: ArrayLike<number>) => sums[1]! / sums[0]!;

test('of a share over many rows, it is the interval of the normal theory', () => {
  const { low, high } = bootstrapInterval(rows(300, 1000), share, { resamples: 4000 });
  const expected = wilson(0.3, 1000);
  expect(low).toBeCloseTo(expected.low!, 2);
  expect(high).toBeCloseTo(expected.high!, 2);
});

test('rows of one kind leave no doubt, no rows leave all', () => {
  expect(bootstrapInterval(rows(5, 5), share, { resamples: 50 })).toEqual({ low: 1, high: 1 });
  expect(bootstrapInterval([], share)).toEqual({ low: null, high: null });
});

test('resamples without a value are left out', () => {
  const half = (sums: ArrayLike<number>) => (sums[1] === 0 ? null : 1);
  expect(bootstrapInterval(rows(1, 2), half, { resamples: 100 })).toEqual({ low: 1, high: 1 });
  expect(bootstrapInterval(rows(0, 2), half, { resamples: 100 })).toEqual({ low: null, high: null });
});

test('another seed draws another interval', () => {
  const drawn = (seed: number) => bootstrapInterval(rows(30, 100), share, { resamples: 101, seed });
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
});
