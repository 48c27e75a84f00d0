import { expect, test } from 'vitest';
import { PythonRandom } from './python-random.ts';
import { seededRandom } from './seeded-random.ts';

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

test('draws as CPython does after random.seed(1)', () => {
  const random = new PythonRandom(1);
  expect(random.sample(range(1000), 9)).toEqual([137, 582, 867, 821, 782, 64, 261, 120, 507]);
  expect(random.choice(range(1000))).toBe(779);
});

test('seed 0 gives CPython’s getrandbits(128)', () => {
  const random = new PythonRandom(0);
  const words = range(4).map(() => random.bits(32).toString(16).padStart(8, '0'));
  expect(words.toReversed().join('')).toBe('e3e70682c2094cac629f6fbed82c07cd');
});

test('shuffles ten lines cumulatively as published', () => {
  const lines = range(10);
  const orders = range(4).map((seed) => new PythonRandom(seed).shuffle(lines).join(' '));
  expect(orders).toEqual(['7 8 1 5 3 4 2 0 9 6', '2 9 6 0 4 5 7 3 8 1', '5 1 0 4 7 3 6 8 9 2', '1 3 6 5 2 7 8 0 9 4']);
});

test('random() is CPython’s', () => {
  expect(new PythonRandom(42).random()).toBe(0.6394267984578837);
});

test('impossible draws are refused', () => {
  expect(() => new PythonRandom(1).sample([1, 2], 3)).toThrow(RangeError);
  expect(() => new PythonRandom(1).below(0)).toThrow(RangeError);
});

test('a place has its own stream, whatever was drawn elsewhere', () => {
  const draw = (...place: (string | number)[]) => seededRandom(7, ...place).below(1e9);
  expect(draw('en', 1)).toBe(draw('en', 1));
  expect(new Set([draw('en', 1), draw('en', 2), draw('zh', 1), draw('en1'), seededRandom(8, 'en', 1).below(1e9)]).size).toBe(5);
});
