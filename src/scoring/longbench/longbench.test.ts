import { expect, test } from 'vitest';
import { classMatch, editRatio, firstCodeLine, firstLine, numberHits, paragraphHits, rougeLongBench, rougePltrdy } from '../index.ts';

test('ROUGE-L of sets: published values', () => {
  expect(rougeLongBench('the cat sat on the mat. it was happy.', 'the happy cat sat. it was on the mat.')).toBeCloseTo(0.999999995, 9);
  expect(rougeLongBench('alpha beta gamma', 'alpha gamma delta beta')).toBeCloseTo(0.571428567, 9);
  expect(rougeLongBench('a b. ', 'a b')).toBeCloseTo(0.7999999952, 10);
  expect([rougeLongBench('', 'x'), rougeLongBench('...', 'x'), rougePltrdy('', 'x')]).toEqual([0, 0, null]);
});

const words = (count: number, from = 0) => Array.from({ length: count }, (_, i) => `w${from + i}`).join(' ');

test('ROUGE-L: a back-trace deeper than Python’s stack is silently 0, unless fixed', () => {
  expect(rougeLongBench(words(990), words(990))).toBeCloseTo(1, 7);
  expect(rougeLongBench(words(991), words(991))).toBe(0);
  expect(rougeLongBench(words(991), words(991), { mode: 'fixed' })).toBeCloseTo(1, 7);
  // 600 words a side, the first third shared: 1000 steps and more.
  const [a, b] = [`${words(200)} ${words(400, 1000)}`, `${words(200)} ${words(400, 2000)}`];
  expect([rougeLongBench(a, b), rougeLongBench(a, b, { mode: 'fixed' })]).toEqual([0, expect.closeTo(1 / 3, 6)]);
  const [c, d] = [`${words(200)} ${words(300, 1000)}`, `${words(200)} ${words(300, 2000)}`];
  expect(rougeLongBench(c, d)).toBeCloseTo(0.4, 7);
});

test('classes: the published list is changed while it is walked', () => {
  const classes = ['Definition', 'Definition of something', 'Something else'];
  expect(classMatch('Type: Definition of something', 'Definition of something', { classes })).toBe(1);
  expect(classMatch('city or state', 'city', { classes: ['city', 'state'] })).toBe(0.5);
  const nested = { classes: ['A', 'AB', 'ABC'] };
  expect([classMatch('ABC', 'ABC', nested), classMatch('ABC', 'ABC', { ...nested, mode: 'fixed' })]).toEqual([0.5, 1]);
  expect(classMatch('none', 'A', nested)).toBe(0);
});

test('counts and paragraph numbers are compared as strings', () => {
  expect([numberHits('17 17 3', '17'), numberHits('04', '4'), numberHits('', '4')]).toEqual([2 / 3, 0, 0]);
  expect([paragraphHits('Paragraph 12 or 3', 'Paragraph 12'), paragraphHits('Paragraph 04', 'Paragraph 4')]).toEqual([0.5, 0]);
  expect([paragraphHits('是段落7', '段落7', 'zh'), paragraphHits('7', 'none')]).toEqual([1, 0]);
});

test('code: first line that is no comment, likeness in whole percents', () => {
  expect(firstCodeLine('\n# c\n`x`\nreturn foo(a, b)\n// d')).toBe('return foo(a, b)');
  expect([firstCodeLine('# a'), firstLine('\n\nx\ny'), firstLine('')]).toEqual(['', 'x', '']);
  expect(editRatio('return foo(a, b)', 'return foo(a,b)')).toBe(0.97);
  expect([editRatio('tide', 'diet'), editRatio('tide', 'diet', 'difflib')]).toEqual([0.5, 0.25]);
  expect([editRatio('', ''), editRatio('', 'x'), editRatio('😀', '😁')]).toEqual([1, 0, 0]);
});
