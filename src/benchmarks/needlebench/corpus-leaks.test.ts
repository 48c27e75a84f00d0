import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { containsKeyword } from '../../scoring/index.ts';
import { corpusOf } from '../../text/index.ts';
import { leaks } from './corpus-leaks.ts';

const corpus = corpusOf(['The silver Chalice stood there. AMBER KEY. 洛维·塔兰走了。'], { language: 'en', origin: {} });

test('a text leaks in any case', () => {
  for (const text of ['silver', 'the silver', 'amber key', 'aMbEr kEy', 'chalice', '洛维·塔兰', '走'])
    expect([text, leaks(corpus, text)]).toEqual([text, true]);
  for (const text of ['silver chalices', 'amber keys', '洛维塔兰', 'x', '', ' '])
    expect([text, leaks(corpus, text)]).toEqual([text, false]);
});

test.each([
  ['the silver\ncompass lay', 'silver compass'],
  ['the silver\r\n  compass lay', 'silver compass'],
  ['the silver  compass lay', 'silver compass'],
  ['the silver\u00a0compass lay', 'silver compass'],
  ['the silver Compass lay', 'silver compass'],
  ['by the Saint’s Well', "Saint's Well"],
  ["by the Saint's Well", 'Saint’s Well'],
  ['the cafe\u0301 key', 'café key'],
  ['the café key', 'cafe\u0301 key'],
  ['旧青铜\n罗盘', '青铜罗盘'],
])('planted as %j, "%s" leaks', (planted, keyword) => {
  expect(leaks(corpusOf([`It began. ${planted} and so on.`], { language: 'en', origin: {} }), keyword)).toBe(true);
});

test('a keyword is found wherever the corpus is cut for folding', () => {
  const filler = 'x'.repeat(2 ** 18 - 7);
  for (const gap of [' ', '\n', '  \n'])
    for (let shift = 0; shift < 16; shift++) {
      const some = corpusOf([`${filler.slice(shift)} silver${gap}compass.`], { language: 'en', origin: {} });
      expect([gap, shift, leaks(some, 'Silver compass')]).toEqual([gap, shift, true]);
    }
  const chinese = corpusOf([`${'天'.repeat(2 ** 18)}青铜罗盘`], { language: 'zh', origin: {} });
  expect([leaks(chinese, '青铜罗盘'), leaks(chinese, '天 青铜'), leaks(chinese, '天天青铁')]).toEqual([true, true, false]);
});

test('what the scorer finds in the corpus leaks', () => {
  const piece = fc.constantFrom(' ', '\n', '\t ', 'a', 'B', 'É', 'e\u0301', '’', "'", '天', 'Σ', 'İ', '“', '。');
  const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, fc.nat(30), fc.integer({ min: 1, max: 12 }), (whole, from, length) => {
      const part = Array.from(whole)
        .slice(from, from + length)
        .join('');
      fc.pre(containsKeyword(whole, part, 'folded'));
      expect(leaks(corpusOf([whole], { language: 'en', origin: {} }), part)).toBe(true);
    }),
  );
});
