import { array, assert, constantFrom, property } from 'fast-check';
import { get_encoding } from 'tiktoken';
import { afterAll, describe, expect, test } from 'vitest';
import { ADVERSARIAL_PARTS, tokenizerConformance } from '../../../testing/tokenizer-conformance.ts';
import { loadTokenizer } from '../index.ts';

const adversarialText = array(constantFrom(...ADVERSARIAL_PARTS), { maxLength: 14 }).map((parts) => parts.join(''));

tokenizerConformance('cl100k_base', { load: () => loadTokenizer('cl100k_base'), idLimit: 100_256 });
tokenizerConformance('o200k_base', { load: () => loadTokenizer('o200k_base'), idLimit: 199_998 });

describe.each(['cl100k_base', 'o200k_base'] as const)('%s', (name) => {
  const oracle = get_encoding(name);
  afterAll(() => oracle.free());

  test('gives the ids of tiktoken for adversarial text', async () => {
    const tokenizer = await loadTokenizer(name);
    assert(
      property(adversarialText, (text) => {
        const ids = tokenizer.encode(text);
        expect([...ids]).toEqual([...oracle.encode_ordinary(text)]);
        expect(tokenizer.count(text)).toBe(ids.length);
        expect(Buffer.from(tokenizer.decode(ids)).toString()).toBe(text.toWellFormed());
      }),
      { numRuns: 5000, seed: 1 },
    );
  });

  test('gives the ids of tiktoken for pieces of every length up to 600 letters', async () => {
    const tokenizer = await loadTokenizer(name);
    const letters = Array.from({ length: 600 }, (_, i) => String.fromCharCode(97 + ((i * i * 7 + (i >> 3)) % 26))).join('');
    for (let length = 1; length <= 600; length += 7) {
      for (const piece of [letters.slice(0, length), 'a'.repeat(length), '中文'.repeat(length), ' '.repeat(length)]) {
        expect([...tokenizer.encode(piece)]).toEqual([...oracle.encode_ordinary(piece)]);
      }
    }
  });
});

test('a run too long for the regular expression engine is an error for people', async () => {
  const tokenizer = await loadTokenizer('cl100k_base');
  expect(() => tokenizer.count('中'.repeat(9_000_000))).toThrow(expect.objectContaining({ name: 'FathomError', code: 'data' }));
});
