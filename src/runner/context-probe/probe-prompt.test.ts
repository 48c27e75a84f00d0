import { expect, it } from 'vitest';
import { corpusOf, createDocuments, generateProse, indexCorpus, loadTokenizer, messageText } from '../../text/index.ts';
import { CODE_WORDS, drawCodeWords, repeatedWords } from './code-words.ts';
import { probePrompt } from './probe-prompt.ts';

const prose = corpusOf(generateProse({ language: 'en', seed: 0, minimumBytes: 400_000 }), { language: 'en', origin: {} });

it.each(['o200k_base', 'words'])('has the asked length and its words where it says, by %s', async (name) => {
  const tokenizer = await loadTokenizer(name);
  const text = { index: await indexCorpus(prose, tokenizer), tokenizer };
  for (const lengthTokens of [400, 1000, 20_011]) {
    const marksAt = [0.1, 0.3, 0.5, 0.7, 0.95].map((share) => Math.round(share * lengthTokens));
    const words = drawCodeWords(7, { seed: 0, nth: lengthTokens });
    const prompt = probePrompt(text, { lengthTokens, marksAt, words, maxTokens: 16 });
    const { content } = messageText(prompt.step.messages[0]!, createDocuments([prose]));
    expect(tokenizer.count(content)).toBe(prompt.lengthTokens);
    expect(Math.abs(prompt.lengthTokens - lengthTokens)).toBeLessThanOrEqual(3);
    expect([content.startsWith(`Code word: ${words[0]}.`), content.endsWith(`Code word: ${words.at(-1)}.`)]).toEqual([true, true]);
    for (const [i, word] of words.entries()) {
      const trueFrom = tokenizer.count(content.slice(0, content.indexOf(`Code word: ${word}.`)));
      expect(Math.abs(prompt.places[i]!.fromToken - trueFrom)).toBeLessThanOrEqual(8);
    }
    const inner = prompt.places.slice(1, -1).map(({ fromToken }) => fromToken);
    // In a short prompt request and words leave less room than the places ask for.
    const off = lengthTokens < 5000 ? [] : inner.filter((at, i) => Math.abs(at - marksAt[i]!) > 120);
    expect(off).toEqual([]);
  }
});

it('draws words that the prose never uses, and finds them in answers', () => {
  const text = Buffer.from(prose.bytes).toString().toLowerCase();
  expect(CODE_WORDS.filter((word) => text.includes(word))).toEqual([]);
  expect(new Set(CODE_WORDS).size).toBe(CODE_WORDS.length);
  expect(repeatedWords('Zebra, laptop; **pizza**. zebras', ['zebra', 'laptop', 'pizza', 'bra'])).toEqual([true, true, true, false]);
});
