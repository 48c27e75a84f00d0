import { expect, test } from 'vitest';
import { FathomError } from '../../core/index.ts';
import { tokenizerConformance } from '../../testing/tokenizer-conformance.ts';
import { DEFAULT_TOKENIZER, TOKENIZER_NAMES, loadTokenizer } from './index.ts';

tokenizerConformance('characters', { load: () => loadTokenizer('characters'), idLimit: 0x110000 });
tokenizerConformance('words', { load: () => loadTokenizer('words'), idLimit: 2 ** 32, lossless: false });

test('names every tokenizer, the default among them', () => {
  expect(TOKENIZER_NAMES).toEqual(['o200k_base', 'cl100k_base', 'characters', 'words']);
  expect(TOKENIZER_NAMES).toContain(DEFAULT_TOKENIZER);
});

test('loads a tokenizer once', async () => {
  expect(await loadTokenizer('o200k_base')).toBe(await loadTokenizer('o200k_base'));
});

test('an unknown name is misuse and names the nearest', async () => {
  await expect(loadTokenizer('o200_base')).rejects.toMatchObject({
    name: 'FathomError',
    code: 'misuse',
    message: 'unknown tokenizer "o200_base"; nearest: o200k_base, cl100k_base',
    fix: 'Use one of o200k_base, cl100k_base, characters, words, or the path of a tokenizer.json.',
  });
});

test('a special token in a text is plain text', async () => {
  const tokenizer = await loadTokenizer('o200k_base');
  expect([...tokenizer.encode('<|endoftext|>')]).toEqual([27, 91, 419, 1440, 919, 91, 29]);
});

test('characters counts code points', async () => {
  const tokenizer = await loadTokenizer('characters');
  expect([...tokenizer.encode('a中😀\ud83d')]).toEqual([0x61, 0x4e2d, 0x1f600, 0xfffd]);
  expect(tokenizer.count('a中😀\ud83d')).toBe(4);
  expect(() => tokenizer.decode([0x110000])).toThrow(FathomError);
});

test.each([
  ['', 0],
  [' \n\u3000\u0085', 0],
  ['two words', 2],
  ['well-known, yes.', 2],
  ['中文', 2],
  ['中文，GPT-4很 好。', 6],
  ['カレー 한국', 5],
  ['a\ufeffb', 1],
])('words counts %j as %i', async (text, words) => {
  const tokenizer = await loadTokenizer('words');
  expect(tokenizer.count(text)).toBe(words);
  expect(tokenizer.encode(text)).toHaveLength(words);
});

test('words tells equal words from different ones, and cannot decode', async () => {
  const tokenizer = await loadTokenizer('words');
  const [one, two, three] = tokenizer.encode('to be to');
  expect([one === three, one === two]).toEqual([true, false]);
  expect(() => tokenizer.decode([1])).toThrow(FathomError);
});
