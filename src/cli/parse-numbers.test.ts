import { expect, test } from 'vitest';
import { parseLength, parseLengths, parseNumberList, parseWhole } from './parse-numbers.ts';

test('lengths: 4k is 4,000 and 4Ki is 4,096', () => {
  expect(['4000', '4k', '4K', '4Ki', '1m', '1.5m', '128k', '2Mi'].map(parseLength)).toEqual([
    4000, 4000, 4000, 4096, 1_000_000, 1_500_000, 128_000, 2_097_152,
  ]);
});

test('a range of lengths doubles and keeps its end', () => {
  expect(parseLengths('4k..128k')).toEqual([4000, 8000, 16_000, 32_000, 64_000, 128_000]);
  expect(parseLengths('1k..5k,2k,100k')).toEqual([1000, 2000, 4000, 5000, 100_000]);
});

test.each(['', 'k', '-4k', '0', '4x', '1.5', '8k..4k', '1k..2k..3k', '1e9999'])('no length: %j', (text) => {
  expect(() => parseLengths(text)).toThrow(/is no|runs backwards/);
});

test('numbers: lists and ranges with steps', () => {
  const depths = { name: 'depths', min: 0, max: 100 };
  expect(parseNumberList('0..100/25', depths)).toEqual([0, 25, 50, 75, 100]);
  expect(parseNumberList('2..5', { name: 'needles', min: 1, max: 9, whole: true })).toEqual([2, 3, 4, 5]);
  expect(parseNumberList('50,0,50', depths)).toEqual([0, 50]);
  for (const bad of ['', '101', '-1', 'x', '0..100/0', '5,,6', '0..1e9'])
    expect(() => parseNumberList(bad, depths)).toThrow(/no list of depths/);
});

test('whole numbers', () => {
  expect(parseWhole('7', { name: 'seed', min: 0 })).toBe(7);
  for (const bad of ['', '1.5', '-1', 'seven', '1e300']) expect(() => parseWhole(bad, { name: 'seed', min: 0 })).toThrow(/is no seed/);
});
