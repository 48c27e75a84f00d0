import { createHash } from 'node:crypto';
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FathomError } from '../../core/index.ts';
import { COMMON_NAMES, FORBIDDEN_TERMS } from './forbidden-terms.ts';
import { GENERATED_PROSE_VERSION, generateProse, type ProseLanguage } from './generate-prose.ts';
import { repetition, sentencesOf } from './repetition.ts';

/** About a million tokens of each language in o200k_base. */
const MILLION_TOKENS_BYTES = { en: 4_400_000, zh: 3_200_000 };
const LANGUAGES = ['en', 'zh'] as const;

const made = new Map<ProseLanguage, readonly string[]>();
const millionTokens = (language: ProseLanguage): readonly string[] => {
  const documents = made.get(language) ?? generateProse({ language, seed: 20, minimumBytes: MILLION_TOKENS_BYTES[language] });
  made.set(language, documents);
  return documents;
};
const wholeWords = (terms: readonly string[], flags: string) => new RegExp(`\\b(?:${terms.join('|')})\\b`, flags);
const substrings = (terms: readonly string[]) => new RegExp(terms.join('|'), 'g');
const found = (text: string, pattern: RegExp) => [...new Set(text.match(pattern))];

test('the bytes of version 1 are pinned', () => {
  const digests = LANGUAGES.map((language) => {
    const text = generateProse({ language, seed: 7, minimumBytes: 100_000 }).join('\0');
    return createHash('sha256').update(text).digest('hex').slice(0, 16);
  });
  expect({ version: GENERATED_PROSE_VERSION, digests }).toEqual({ version: 1, digests: ['a3fa13fd39526e8d', '6ec039c9ccd4317e'] });
});

test('the documents of a smaller size are the first ones of a larger size', () => {
  const sizes = tuple(integer({ min: 0, max: 60_000 }), integer({ min: 0, max: 60_000 }));
  assert(
    property(constantFrom(...LANGUAGES), integer({ min: 0, max: 2 ** 40 }), sizes, (language, seed, [one, more]) => {
      const small = generateProse({ language, seed, minimumBytes: one });
      const large = generateProse({ language, seed, minimumBytes: one + more });
      expect(large.slice(0, small.length)).toEqual(small);
      const bytes = small.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      expect(bytes).toBeGreaterThanOrEqual(one);
      expect(bytes - Buffer.byteLength(small.at(-1) ?? '')).toBeLessThanOrEqual(one);
    }),
    { numRuns: 40 },
  );
});

test('another seed is another text', () => {
  const [one, two] = [1, 2].map((seed) => generateProse({ language: 'en', seed, minimumBytes: 1 }));
  expect(one).not.toEqual(two);
});

test('refuses sizes that cannot be reached and languages it does not write', () => {
  const misuse = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return error instanceof FathomError ? error.code : error;
    }
    return 'accepted';
  };
  expect(misuse(() => generateProse({ language: 'en', seed: 1, minimumBytes: Number.POSITIVE_INFINITY }))).toBe('misuse');
  expect(misuse(() => generateProse({ language: 'en', seed: 1, minimumBytes: -1 }))).toBe('misuse');
  expect(misuse(() => generateProse({ language: 'zh', seed: 1, minimumBytes: Number.NaN }))).toBe('misuse');
  expect(misuse(() => generateProse({ language: 'constructor' as ProseLanguage, seed: 1, minimumBytes: 1 }))).toBe('misuse');
  expect(generateProse({ language: 'en', seed: 1, minimumBytes: 0 })).toEqual([]);
});

describe.each(LANGUAGES)('a million tokens of %s', (language) => {
  test('hardly repeats itself', () => {
    const measured = repetition(millionTokens(language), language);
    expect(measured.paragraphs).toBe(0);
    expect(measured.sentences).toBeLessThan(0.005);
    expect(measured.shingles).toBeLessThan(0.05);
  });

  test('has sentences of the right lengths', () => {
    const lengths = millionTokens(language)
      .flatMap((text) => sentencesOf(text, language))
      .map((sentence) => (language === 'en' ? sentence.split(' ').length : sentence.length));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    const [least, most, longest] = language === 'en' ? [15, 25, 60] : [20, 45, 90];
    expect(mean).toBeGreaterThan(least);
    expect(mean).toBeLessThan(most);
    expect(lengths.reduce((max, length) => Math.max(max, length), 0)).toBeLessThanOrEqual(longest);
  });

  test('mentions nothing that a benchmark hides', () => {
    const text = millionTokens(language).join('');
    const terms = FORBIDDEN_TERMS[language];
    const names = COMMON_NAMES[language];
    expect(found(text, language === 'en' ? wholeWords(terms, 'gi') : substrings(terms))).toEqual([]);
    expect(found(text, language === 'en' ? wholeWords(names, 'g') : substrings(names))).toEqual([]);
    expect(found(text, /\d{5,}|[\\$]/g)).toEqual([]);
  });

  test('is clean: no slot left over, no stuttered sign, the right alphabet, a blank line after each paragraph', () => {
    const text = millionTokens(language).join('');
    const slips =
      language === 'en'
        ? /[^\n\x20-\x7e]|[{}[\]|]|undefined| {2}| [,.;:?!]|[,;:][,.;:?!]|\b(?:the the|a a)\b|\b[Aa] (?:[aio]|e(?!u))\w*/g
        : /[A-Za-z{}[\]| ,.;:?!"']|[，。；：、？！](?=[，。；：、？！])|的的/g;
    expect(found(text, slips)).toEqual([]);
    expect(millionTokens(language).every((document) => /^(?:[^\n]+\n\n){10,}$/.test(document))).toBe(true);
  });
});
