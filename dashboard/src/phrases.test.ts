import { expect, test } from 'vitest';
import { translator } from './phrases.ts';

const translate = translator([
  ['"{text}" is no length.', '“{text}”不是长度。'],
  ['"{text}" is no {name}.', '“{text}”不是{name}。'],
  ['seed', '种子'],
  ['from {a} (to {b})', '{b} ← {a}'],
]);

test('a phrase is found with whatever stands in it, the first one that fits', () => {
  expect(translate('"4 k" is no length.')).toBe('“4 k”不是长度。');
  expect(translate('"{x} is\nno length." is no length.')).toBe('“{x} is\nno length.”不是长度。');
  expect(translate('from 1 (to 2)')).toBe('2 ← 1');
});

test('a name in it must be a phrase too, and half a phrase is none', () => {
  expect(translate('"x" is no seed.')).toBe('“x”不是种子。');
  expect(translate('"x" is no haystack.')).toBeUndefined();
  expect(translate('"x" is no length. Indeed.')).toBeUndefined();
  expect(translate('from 1 to 2')).toBeUndefined();
  expect(translate('')).toBeUndefined();
});
