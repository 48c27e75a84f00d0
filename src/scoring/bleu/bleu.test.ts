import { expect, test } from 'vitest';
import { bleuCorpus, bleuSentence, containsAny, equalsAny, setF1, splitIds, tokens13a, tokensChinese, untilStops } from '../index.ts';

test('corpus BLEU: published values', () => {
  const english = [{ given: tokens13a('the cat sat on the mat today'), wanted: tokens13a('the cat sat on the mat') }];
  expect(bleuCorpus(english)).toBeCloseTo(0.8091067116, 10);
  const chinese = [{ given: tokensChinese('今天天气很好，我们去公园。'), wanted: tokensChinese('今天天气不错，我们去公园玩。') }];
  expect(bleuCorpus(chinese)).toBeCloseTo(0.5484498092, 10);
  expect([bleuCorpus([]), bleuCorpus([{ given: [], wanted: ['a'] }])]).toEqual([0, 0]);
});

test('Chinese tokens, slips included: quotes and dashes are taken for Chinese', () => {
  expect(tokensChinese('价格是3.5元—“很好”，OK?').join('/')).toBe('价/格/是/3.5/元/—/“/很/好/”/，/OK/?');
  expect(tokensChinese('\u{20000}a')).toEqual(['\u{20000}a']);
});

test('13a tokens', () => {
  expect(tokens13a('He said: "3,000.5 &amp; more", x-\ny 7-8.')).toEqual('He said : " 3,000.5 & more " , xy 7 - 8 .'.split(' '));
});

test('sentence BLEU with all weight on one order', () => {
  expect(bleuSentence('a b c d', 'a b c d', 4)).toBe(1);
  expect(bleuSentence('a b', 'a b c d', 1)).toBeCloseTo(Math.exp(-1), 12);
  expect(bleuSentence('a x c d', 'a b c d', 4)).toBeLessThan(1e-300);
  expect([bleuSentence('', 'a', 1), bleuSentence('x', 'a', 1)]).toEqual([0, 0]);
});

test('M4LE: cut, containment, equality, sets of ids', () => {
  expect(untilStops(' a, b.\nc', ['\n', '.'])).toBe('a, b');
  expect([containsAny('Was TEA', ['tea']), containsAny('11', ['1']), containsAny('x', [])]).toEqual([true, true, false]);
  expect([equalsAny(' Tea ', ['x', 'tea']), equalsAny('tea.', ['tea'])]).toEqual([true, false]);
  expect([setF1(splitIds('A1, B2,, A1', ','), ['A1', 'C3']), setF1([], [])]).toEqual([0.5, 0]);
});
