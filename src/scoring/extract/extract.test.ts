import { describe, expect, test } from 'vitest';
import { bestAnswer, bracketF1, bracketNumbers, orderHit, phraseLetter, sortedOrder } from '../index.ts';

test('LongBench v2: the phrase, brackets first, asterisks deleted, case matters', () => {
  expect(phraseLetter('**The correct answer is (B)**.')).toBe('B');
  expect(phraseLetter('The correct answer is A, no: The correct answer is (C)')).toBe('C');
  expect(phraseLetter('The correct answer is *D*')).toBe('D');
  expect([phraseLetter('the correct answer is (B)'), phraseLetter('The correct answer is (E)'), phraseLetter('')]).toEqual([
    null,
    null,
    null,
  ]);
});

describe('Ada-LEval', () => {
  test('BestAnswer: the largest label that is a substring, else the largest bare number', () => {
    const value = (answer: string, count = 20) => bestAnswer(answer, { count }).value;
    expect([value('A3'), value('A3 or A12'), value('not A7; A2 it is'), value('A12', 9), value('A25')]).toEqual([
      'A3',
      'A12',
      'A7',
      'A1',
      'A2',
    ]);
    expect([value('It is 17'), value('017'), value('none'), value('A0')]).toEqual(['A17', 'A17', '???', '???']);
  });

  test('BestAnswer, fixed: the last label that is a word; validity and copies are told', () => {
    const read = (answer: string) => bestAnswer(answer, { count: 20, mode: 'fixed', sample: 'A1' });
    expect(read('not A7; A2 it is')).toEqual({ value: 'A2', valid: true, copied: false });
    expect(read('BA7 A25 7')).toEqual({ value: '???', valid: false, copied: false });
    expect(read(' A1\n')).toEqual({ value: 'A1', valid: true, copied: true });
  });

  test('TSort: JSON after the cue, else the only permutation within the text', () => {
    expect(sortedOrder('Answer: [4, 1, 3, 2]')).toEqual({ value: [4, 1, 3, 2], valid: true, copied: false });
    expect(sortedOrder('I say 2 > 4 > 1 > 3.').value).toEqual([2, 4, 1, 3]);
    expect(sortedOrder('1 2 3 4 1')).toMatchObject({ value: [0, 0, 0, 0], valid: false });
    expect(sortedOrder('[2]', { sample: '[2]' })).toEqual({ value: [2], valid: false, copied: true });
    expect(sortedOrder('Answer: 3').value).toEqual([0, 0, 0, 0]);
  });

  test('TSort: a list that is too short hits as published, not when fixed', () => {
    expect([orderHit([2], [2, 1, 4, 3]), orderHit([2], [2, 1, 4, 3], { mode: 'fixed' })]).toEqual([1, 0]);
    expect([orderHit([2, 1, 4, 3], [2, 1, 4, 3], { mode: 'fixed' }), orderHit([1, 2, 3, 4], [2, 1, 4, 3])]).toEqual([1, 0]);
  });
});

test('LongIns: numbers in brackets as a set', () => {
  expect(bracketNumbers('[1, 12] and 5 [x3] [1] [7')).toEqual(['1', '12', '3']);
  expect([bracketF1('[1,2,3]', [2, 3, 4]), bracketF1('[07]', [7]), bracketF1('2 and 3', [2]), bracketF1('[1]', [])]).toEqual([
    2 / 3,
    1,
    0,
    0,
  ]);
});
