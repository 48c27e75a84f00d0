import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ADVERSARIAL_PARTS } from '../../testing/tokenizer-conformance.ts';
import { loadTokenizer } from '../tokenizers/index.ts';
import { indexCorpus, isSafeCut, loadCorpus, nextSafeCut, previousSafeCut, safeCuts } from './index.ts';

const adversarialText = array(constantFrom(...ADVERSARIAL_PARTS), { maxLength: 14 }).map((parts) => parts.join(''));
const ADDITIVE = ['o200k_base', 'cl100k_base', 'characters', 'words'] as const;
/** Books too big for the repository; `shared` lies beside the checkout or a few folders above it. */
const shared = ['..', '../..', '../../..'].map((up) => join(import.meta.dirname, '../../..', up, 'shared/corpora')).find(existsSync);

test.each([
  ['one two', [3]],
  ['one. Two', [4]],
  ['one.  Two', []],
  ['1 2, 3', []],
  ['a\n\nb', [1, 3]],
  ['a;\n/b', []],
  ['слово слово', [5]],
  ['他说，好。是', [2, 4]],
  ["好's", []],
  ['word，', []],
  ['字\u3000\u3000字', [1]],
  ['𠀀，', [2]],
])('safe cuts of %j', (text, cuts) => {
  expect(safeCuts(text)).toEqual(cuts);
});

test('bytes and strings have the same safe cuts', () => {
  assert(
    property(adversarialText, (source) => {
      const text = source.toWellFormed();
      const bytes = Buffer.from(text);
      const cuts = safeCuts(text).map((at) => Buffer.byteLength(text.slice(0, at)));
      const found = Array.from(bytes.keys()).filter((at) => at > 0 && isSafeCut(bytes, at));
      expect(found).toEqual(cuts);
      for (const from of bytes.keys()) {
        expect(nextSafeCut(bytes, from + 1, bytes.length)).toBe(cuts.find((cut) => cut > from) ?? bytes.length);
        expect(previousSafeCut(bytes, from, 0)).toBe(cuts.findLast((cut) => cut <= from) ?? 0);
      }
    }),
    { seed: 2, numRuns: 500 },
  );
});

describe.each(ADDITIVE)('%s', (name) => {
  test('counts add up over every safe cut', async () => {
    const tokenizer = await loadTokenizer(name);
    assert(
      property(adversarialText, adversarialText, (head, rest) => {
        const text = head + rest;
        for (const cut of safeCuts(text)) {
          expect({ cut, sum: tokenizer.count(text.slice(0, cut)) + tokenizer.count(text.slice(cut)) }).toEqual({
            cut,
            sum: tokenizer.count(text),
          });
        }
      }),
      { seed: 3, numRuns: 3000 },
    );
  });

  test.skipIf(shared === undefined)('counts add up over the chunks of whole books (needs shared/corpora)', async () => {
    const tokenizer = await loadTokenizer(name);
    for (const path of ['en/war-and-peace.txt', 'zh/hong-lou-meng.txt']) {
      const corpus = await loadCorpus(join(shared!, path));
      const index = await indexCorpus(corpus, tokenizer);
      expect(index.tokens.at(-1)).toBe(tokenizer.count(Buffer.from(corpus.bytes).toString()));
      const longest = Math.max(...index.offsets.subarray(1).map((offset, i) => offset - index.offsets[i]!));
      expect(longest).toBeLessThan(2048 + 200);
    }
  });

  test.skipIf(shared === undefined)('counts add up over all safe cuts of whole books (needs shared/corpora)', async () => {
    const tokenizer = await loadTokenizer(name);
    for (const path of ['en/war-and-peace.txt', 'zh/hong-lou-meng.txt']) {
      const corpus = await loadCorpus(join(shared!, path));
      const text = Buffer.from(corpus.bytes).toString();
      const cuts = [0, ...safeCuts(text), text.length];
      const parts = cuts.slice(1).map((cut, i) => tokenizer.count(text.slice(cuts[i], cut)));
      expect(parts.reduce((sum, count) => sum + count, 0)).toBe(tokenizer.count(text));
    }
  });
});
