import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  circularScores,
  containsKeyword,
  endsInLoop,
  levenshteinMixed,
  multiKeywordScore,
  optionLetter,
  splitWords,
  trimToReference,
  wordFraction,
} from './index.ts';

test('keyword: raw is case-sensitive, folded is not and forgives quote style', () => {
  expect([containsKeyword('The Amber Key', 'amber key'), containsKeyword('The Amber\nKey', 'amber key', 'folded')]).toEqual([false, true]);
  expect([containsKeyword('Ka’tar', "Ka'tar"), containsKeyword('Ka’tar', "Ka'tar", 'folded')]).toEqual([false, true]);
  expect([containsKeyword('x', ''), containsKeyword('x', '', 'folded')]).toEqual([true, false]);
});

test('levenshteinMixed: the keyword gives all, similarity at most a fifth, white space does not count', () => {
  const score = (answer: string) => levenshteinMixed(answer, 'the key is red', { keyword: 'red' });
  expect(score('Red? No: red')).toBe(1);
  expect(score('the key is bed')).toBeCloseTo((0.2 * 10) / 11, 12);
  expect(score(' t h e k e y i s R E D')).toBeCloseTo((0.2 * 8) / 11, 12);
  expect(score('')).toBe(0);
});

test('levenshteinMixed counts code points, not UTF-16 units', () => {
  expect(levenshteinMixed('𝒜𝒞', '𝒜ℬ', { keyword: 'none' })).toBeCloseTo(0.1, 12);
  expect(levenshteinMixed('😀', '😁', { keyword: 'none' })).toBe(0);
});

test('trimToReference cuts at 1.2 lengths and at the first end character after 0.8', () => {
  const cut = (given: string, wanted: string) => trimToReference(Array.from(given), Array.from(wanted)).join('');
  expect(cut('abcdefghi.jklmnop', 'abcdefgh0.')).toBe('abcdefghi.');
  expect(cut('a.cdefghijklmnop', 'abcdefgh0.')).toBe('a.cdefghijkl');
  expect(cut('anything', '')).toBe('');
});

test('multiKeywordScore gives each depth its value', () => {
  const keywords = [
    { keyword: 'lamp', depthPercent: 0 },
    { keyword: 'rope', depthPercent: 50 },
    { keyword: 'Salt', depthPercent: 100 },
  ];
  expect(multiKeywordScore('lamp and salt', keywords)).toEqual({
    value: 1 / 3,
    found: 1,
    parts: [
      { cell: { depthPercent: 0 }, value: 1 },
      { cell: { depthPercent: 50 }, value: 0 },
      { cell: { depthPercent: 100 }, value: 0 },
    ],
  });
  expect(multiKeywordScore('x', []).value).toBe(0);
});

test('wordFraction: lower-cased words, found as substrings', () => {
  expect(wordFraction('It was PORT velmarine', 'Port Velmar')).toBe(1);
  expect(wordFraction('port', 'Port Velmar')).toBe(0.5);
  expect(wordFraction('x', '  ')).toBe(0);
});

test('white space is Python’s', () => {
  expect(splitWords('a\u0085b\u001cc\ufeffd')).toEqual(['a', 'b', 'c\ufeffd']);
});

test.each([
  ['B', 'B', 'B'],
  ['A careful look says: the answer is (C).', 'A', 'C'],
  ['A careful look: the correct answer is option C.', 'A', 'C'],
  ['A careful look: the correct option is C.', 'A', 'C'],
  ['A careful look: the answer must be choice (D).', 'A', 'D'],
  ['A look: the answer is $\\boxed{\\text{B}}$', 'A', 'B'],
  ['The answer is a relative, not option A: so B', 'A', 'A'],
  ['经过推理，答案是D', 'D', 'D'],
  ['A项不对，选项C', 'A', 'C'],
  ['ABBA CD', null, null],
  ['option e', null, null],
])('optionLetter %j', (answer, first, withCue) => {
  expect([optionLetter(answer), optionLetter(answer, 'ABCD', 'cued')]).toEqual([first, withCue]);
});

test('circular evaluation counts first, all, perfect and voted', () => {
  const items = [
    { gold: 0, picked: [0, 0, 0, 0] },
    { gold: 0, picked: [0, 1, 0, null] },
    { gold: 0, picked: [1, 0, 1, 2] },
    { gold: 0, picked: [null, null, null, null] },
  ];
  expect(circularScores(items)).toEqual({ acc1: 0.5, accAll: 7 / 16, perfAll: 0.25, vote: 0.5 });
  expect(circularScores([])).toEqual({ acc1: null, accAll: null, perfAll: null, vote: null });
});

test('a loop at the end is seen, ordinary text is not', () => {
  expect(endsInLoop(`Let me think. ${'A is the father of B. '.repeat(30)}`)).toBe(true);
  expect(endsInLoop('-'.repeat(80))).toBe(true);
  expect(endsInLoop('The eldest is Ada, because she has no parent in the text, and all others do have one in it.')).toBe(false);
  expect(endsInLoop('')).toBe(false);
});

test('scores stay within 0–1 for any strings', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), fc.boolean(), (answer, wanted, trim) => {
      for (const value of [
        levenshteinMixed(answer, wanted, { keyword: `${wanted}!`, trim }),
        wordFraction(answer, wanted),
        multiKeywordScore(answer, [{ keyword: wanted, depthPercent: 0 }]).value,
      ]) {
        expect(value >= 0 && value <= 1).toBe(true);
      }
    }),
  );
});

test('hostile megabytes are scored in linear time', () => {
  let scored = 0;
  for (const unit of ['answer ', 'answer is option ', '😀', 'A', 'ab ', '选']) {
    const text = unit.repeat(1_000_000 / unit.length);
    levenshteinMixed(text, 'the key of the old lighthouse keeper is made of amber and salt', { keyword: 'amber compass' });
    wordFraction(text, 'Port Velmar');
    optionLetter(text, 'WXYZ', 'cued');
    endsInLoop(text);
    containsKeyword(text, 'Ka’tar', 'folded');
    scored++;
  }
  // Quadratic time would outlast the time limit of any test by hours.
  expect(scored).toBe(6);
});
