import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { corpusContains, corpusOf } from '../../text/index.ts';
import { leaks } from './corpus-leaks.ts';

const corpus = corpusOf(['The silver Chalice stood there. AMBER KEY. 洛维·塔兰走了。'], { language: 'en', origin: {} });

test('a text leaks in any usual case', () => {
  for (const text of ['silver', 'the silver', 'amber key', 'chalice', '洛维·塔兰', '走'])
    expect([text, leaks(corpus, text)]).toEqual([text, true]);
  for (const text of ['silver chalices', 'amber keys', '洛维塔兰', 'x', '']) expect([text, leaks(corpus, text)]).toEqual([text, false]);
});

test('the filter never hides what the corpus holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.nat(60), fc.nat(20), (text, from, length) => {
      const some = corpusOf([text], { language: 'en', origin: {} });
      const part = Array.from(text)
        .slice(from, from + length)
        .join('');
      expect(leaks(some, part)).toBe(corpusContains(some, part));
    }),
  );
});
