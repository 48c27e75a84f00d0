import { expect, test } from 'vitest';
import { addMark, rateOf, type Mark } from './progress-rate.ts';

const marks = (...pairs: readonly (readonly [number, number])[]): readonly Mark[] =>
  pairs.reduce<readonly Mark[]>((all, [atMs, done]) => addMark(all, { atMs, done }), []);

test('the rate is that of the last minute, unknown before there are two marks, and starts anew when answers are lost', () => {
  expect(rateOf([])).toBeUndefined();
  expect(rateOf(marks([1000, 4]))).toBeUndefined();
  expect(rateOf(marks([1000, 4], [3000, 4], [5000, 12]))).toBe(2);
  expect(rateOf(marks([0, 0], [50_000, 10], [70_000, 70]))).toBe(3);
  expect(rateOf(marks([0, 100], [1000, 110], [2000, 40]))).toBeUndefined();
});
