import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpusOf, generateProse, indexCorpus, keepEnds, keepWords, loadTokenizer, type Kept } from '../index.ts';

const prose = generateProse({ language: 'en', seed: 3, minimumBytes: 30_000 }).join('');
const chinese = generateProse({ language: 'zh', seed: 3, minimumBytes: 20_000 }).join('');

async function shelfOf(text: string, name = 'cl100k_base') {
  const tokenizer = await loadTokenizer(name);
  const corpus = corpusOf([text], { language: 'en', origin: {} });
  const index = await indexCorpus(corpus, tokenizer);
  const read = ({ spans }: Kept) => spans.map(({ from, to }) => Buffer.from(corpus.bytes.subarray(from, to)).toString());
  return { index, tokenizer, read, span: { from: 0, to: corpus.bytes.length } };
}

/** As the published loop has it, on strings. */
function publishedLoop(text: string, budget: number, { count, end }: { count: (text: string) => number; end: 'head' | 'tail' }): string {
  let document = text;
  for (let cut = 0; count(document) > budget; cut += 250) {
    const words = document.split(' ');
    const keep = Math.max(0, budget - cut);
    document = (end === 'head' ? words.slice(0, keep) : words.slice(Math.max(0, words.length - keep))).join(' ');
  }
  return document;
}

describe('keepWords', () => {
  test.each(['head', 'tail'] as const)('keeps the %s as the published loop does', async (end) => {
    const { index, tokenizer, read, span } = await shelfOf(`  ${prose.replaceAll('. ', '.  ')}`);
    for (const budgetTokens of [10, 100, 777, 3000, 1_000_000]) {
      const kept = keepWords(span, { index, tokenizer, budgetTokens, end });
      const wanted = publishedLoop(read({ spans: [span], droppedTokens: 0 })[0]!, budgetTokens, {
        count: (text) => tokenizer.count(text),
        end,
      });
      expect(read(kept).join('')).toBe(wanted);
      expect(kept.droppedTokens).toBe(index.tokens.at(-1)! - tokenizer.count(wanted));
    }
  });

  test('a text without spaces is kept or gone', async () => {
    const { index, tokenizer, read, span } = await shelfOf(chinese.replaceAll(' ', ''));
    expect(read(keepWords(span, { index, tokenizer, budgetTokens: 50, end: 'head' }))).toEqual([]);
  });
});

describe('keepEnds', () => {
  test.each([
    ['cl100k_base', prose],
    ['o200k_base', chinese],
    ['characters', chinese],
  ])('%s: keeps head and tail, within a token of the budget, on whole characters', async (name, text) => {
    const { index, tokenizer, read, span } = await shelfOf(text, name);
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 3000 }), (budgetTokens) => {
        const kept = keepEnds(span, { index, tokenizer, budgetTokens, headTokens: Math.floor(budgetTokens / 2) });
        const [head = '', tail = ''] = read(kept);
        expect(text.startsWith(head) && text.endsWith(tail)).toBe(true);
        const tokens = tokenizer.count(head) + tokenizer.count(tail);
        expect(Math.abs(tokens - budgetTokens)).toBeLessThanOrEqual(6);
        expect(kept.droppedTokens).toBe(index.tokens.at(-1)! - tokens);
        expect(head + tail).not.toContain('\uFFFD');
      }),
      { numRuns: 60 },
    );
  });

  test('a text within the budget stays whole', async () => {
    const { index, tokenizer, span } = await shelfOf('Short.');
    expect(keepEnds(span, { index, tokenizer, budgetTokens: 9, headTokens: 4 })).toEqual({ spans: [span], droppedTokens: 0 });
  });
});
