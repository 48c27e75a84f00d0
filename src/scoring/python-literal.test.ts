import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePythonLiteral } from './index.ts';

test('Python literals', () => {
  expect(parsePythonLiteral(`[{'Q': 'it\\'s', "A": {'<mask-0>': "a\\nb"}, 'S': ('x', None, True,), 'n': -1.5e3}]`)).toEqual([
    { Q: "it's", A: { '<mask-0>': 'a\nb' }, S: ['x', null, true], n: -1500 },
  ]);
  expect(parsePythonLiteral(String.raw`'\x41\u4e2d\U0001F600\d\\'`)).toBe('A中😀\\d\\');
  expect(parsePythonLiteral(' {} ')).toEqual({});
  expect(parsePythonLiteral('{"__proto__": 1}')).toEqual(JSON.parse('{"__proto__": 1}'));
});

test.each([
  '',
  '[1',
  "'a",
  '{1: 2}',
  '[1 2]',
  'f()',
  '1 2',
  '{"a" 1}',
  String.raw`'\x4'`,
  String.raw`'\U00110000'`,
  "'a\nb'",
  '1e999',
  '[,]',
  `'a`,
])('%j is none', (text) => {
  expect(parsePythonLiteral(text)).toBeUndefined();
});

test('reads all JSON, and junk never throws', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (json) => {
      expect(parsePythonLiteral(json)).toEqual(JSON.parse(json));
    }),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => parsePythonLiteral(text) !== Infinity));
  expect(parsePythonLiteral('['.repeat(1_000_000))).toBeUndefined();
});
