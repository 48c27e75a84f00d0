import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../core/index.ts';
import { createDocuments, indexCorpus, loadCorpus } from '../documents/index.ts';
import { sentenceEnds } from '../language/index.ts';
import { renderPieces } from '../pieces/index.ts';
import { loadTokenizer } from '../tokenizers/index.ts';
import { createTape, fitHaystack } from './index.ts';

const NEEDLES = { en: 'The legendary item hidden on Emerald Island is the Star Prism.', zh: '藏在翡翠岛上的传奇物品是星辰棱镜。' };
const before: readonly Block[] = [{ role: 'instruction', pieces: [{ text: 'Read this document.\n\n<document>\n' }] }];
const after: readonly Block[] = [{ role: 'question', pieces: [{ text: '\n</document>\n\nWhat is hidden on Emerald Island?' }] }];

const books = { en: '../shared/corpora/en/war-and-peace.txt', zh: '../shared/corpora/zh/hong-lou-meng.txt' };
describe.skipIf(!existsSync(books.en))('on real books (skipped where ../shared/corpora is absent)', () => {
  test.each(['en', 'zh'] as const)('every prompt of the sweep is exact, whole and at its depth: %s', async (language) => {
    const corpus = await loadCorpus(books[language]);
    const needle = NEEDLES[language];
    const o200k = await loadTokenizer('o200k_base');
    const index = await indexCorpus(corpus, o200k);
    const documents = createDocuments([corpus]);
    for (const lengthTokens of [1000, 4000, 32_000, 128_000, 512_000]) {
      for (let depthPercent = 0; depthPercent <= 100; depthPercent += 10) {
        const fit = fitHaystack({
          tape: createTape(index),
          tokenizer: o200k,
          lengthTokens,
          before,
          after,
          needles: [{ id: 'n', text: needle, depthPercent }],
        });
        if (fit.status !== 'ok') throw new Error(`${lengthTokens} at ${depthPercent}: ${fit.detail}`);
        const text = renderPieces(
          fit.blocks.flatMap((block) => block.pieces),
          documents,
        ).text();
        expect([lengthTokens, depthPercent, o200k.count(text)]).toEqual([lengthTokens, depthPercent, lengthTokens]);
        expect(text.split(needle)).toHaveLength(2);
        expect(text).not.toContain('\ufffd');
        expectWithinOneSentence({ text, needle, ends: sentenceEnds, asked: depthPercent, count: (part) => o200k.count(part) });
      }
    }
  });
});

/** The asked depth lies no further from the needle than the sentences on either side of it are long. */
function expectWithinOneSentence(options: {
  text: string;
  needle: string;
  ends: (text: string) => number[];
  asked: number;
  count: (text: string) => number;
}): void {
  const { text, needle, count } = options;
  const start = text.indexOf('<document>\n') + '<document>\n'.length;
  const at = text.indexOf(needle);
  const end = text.lastIndexOf('\n</document>');
  const left = text.slice(start, at).trimEnd();
  const right = text.slice(at + needle.length, end).trimStart();
  const total = count(left) + count(right);
  const near = left.slice(-6000);
  const sentenceBefore = near.slice(options.ends(near).findLast((each) => each < near.length) ?? 0);
  const sentenceAfter = right.slice(0, options.ends(right.slice(0, 6000))[0] ?? 6000);
  const asked = (total * options.asked) / 100;
  expect(asked).toBeGreaterThanOrEqual(count(left) - count(sentenceBefore) - 2);
  expect(asked).toBeLessThanOrEqual(count(left) + count(sentenceAfter) + 2);
}
