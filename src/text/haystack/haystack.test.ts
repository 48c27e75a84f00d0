import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, TokenIndex, Tokenizer } from '../../core/index.ts';
import { corpusOf, createDocuments, indexCorpus } from '../documents/index.ts';
import { isBoundarySafe } from '../language/index.ts';
import { renderPieces } from '../pieces/index.ts';
import { loadTokenizer } from '../tokenizers/index.ts';
import { corpusContains, countBlocks, createTape, fitHaystack, seededTape, spliceTokens, type FitNeedle } from './index.ts';

const EN_NEEDLE = 'The legendary item hidden on Emerald Island is the Star Prism.';
const ZH_NEEDLE = '藏在翡翠岛上的传奇物品是星辰棱镜。';
const before: readonly Block[] = [{ role: 'instruction', pieces: [{ text: 'Read this document.\n\n<document>\n' }] }];
const after: readonly Block[] = [{ role: 'question', pieces: [{ text: '\n</document>\n\nWhat is hidden on Emerald Island?' }] }];

const EN_TEXT = [
  'The mill stood by the river. Dr. Marlow, who kept it, rose before dawn; nobody knew why.',
  '“Is it late?” she asked. “No… not yet,” he said, and the wheel turned on.\n\nBy 3.15 p.m. the rain had stopped.',
].join(' ');
const ZH_TEXT = '磨坊立在河边。守磨的人天不亮就起身，谁也不知道为什么。“晚了吗？”她问。他说：“还没有……”水车照旧转着！\n\n下午雨停了．';
const englishCorpus = () =>
  corpusOf(
    Array.from({ length: 40 }, (_, i) => `Part ${i}. ${EN_TEXT.repeat(6)}`),
    { language: 'en', origin: {} },
  );
const chineseCorpus = () =>
  corpusOf(
    Array.from({ length: 40 }, (_, i) => `第${i}节。${ZH_TEXT.repeat(6)}`),
    { language: 'zh', origin: {} },
  );

let o200k: Tokenizer;
let english: TokenIndex;
let chinese: TokenIndex;
beforeAll(async () => {
  o200k = await loadTokenizer('o200k_base');
  english = await indexCorpus(englishCorpus(), o200k);
  chinese = await indexCorpus(chineseCorpus(), o200k);
});

const textOf = (blocks: readonly Block[], index: TokenIndex) =>
  renderPieces(
    blocks.flatMap((block) => block.pieces),
    createDocuments([index.corpus]),
  ).text();

const needlesAt = (text: string, depths: readonly number[]): FitNeedle[] =>
  depths.map((depthPercent, i) => ({ id: `needle-${i}`, text: text.replace(/[.。]$/, ` ${i}$&`), depthPercent }));

describe('fitHaystack', () => {
  test('gives exactly the tokens asked for, with whole needles between sentences, in both languages', () => {
    const depths = fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 });
    const property = fc.property(
      fc.boolean(),
      fc.integer({ min: 400, max: 5000 }),
      depths,
      fc.nat(3),
      (isEnglish, lengthTokens, at, repeat) => {
        const index = isEnglish ? english : chinese;
        const needles = needlesAt(
          isEnglish ? EN_NEEDLE : ZH_NEEDLE,
          at.toSorted((a, b) => a - b),
        );
        const fit = fitHaystack({ tape: seededTape(index, { seed: 1, repeat }), tokenizer: o200k, lengthTokens, before, after, needles });
        expect(fit).toMatchObject({ status: 'ok', promptTokens: lengthTokens });
        if (fit.status !== 'ok') return;
        const text = textOf(fit.blocks, index);
        expect(o200k.count(text)).toBe(lengthTokens);
        expect(countBlocks(fit.blocks, o200k, index)).toBe(lengthTokens);
        expect(text).not.toContain('\ufffd');
        for (const needle of needles) expect(text.split(needle.text)).toHaveLength(2);
        const bare = needles.reduce((rest, needle) => rest.replace(needle.text, ''), text);
        expect(isBoundarySafe(bare, bare.length)).toBe(true);
      },
    );
    fc.assert(property, { numRuns: 60, seed: 7 });
  });

  test('puts needles at sentence ends, with a space in English and none in Chinese', () => {
    const place = (index: TokenIndex, text: string) => {
      const fit = fitHaystack({
        tape: createTape(index),
        tokenizer: o200k,
        lengthTokens: 900,
        before,
        after,
        needles: needlesAt(text, [0, 50, 100]),
      });
      if (fit.status !== 'ok') throw new Error(fit.detail);
      const whole = textOf(fit.blocks, index);
      return fit.placements.map(({ id }) => {
        const needle = needlesAt(text, [0, 50, 100]).find((each) => each.id === id)!.text;
        const at = whole.indexOf(needle);
        return [whole.slice(at - 2, at), whole.slice(at + needle.length, at + needle.length + 2)];
      });
    };
    for (const [left, right] of place(english, EN_NEEDLE)) {
      expect(left).toMatch(/>\n$|[.?”] $/);
      expect(right).toMatch(/^ \S$|^\n\n$/);
    }
    for (const [left] of place(chinese, ZH_NEEDLE)) expect(left).toMatch(/>\n$|\n\n$|[。？！．”…]$/);
  });

  test('prompts of one haystack share their prefix up to the needle, across lengths', () => {
    const build = (lengthTokens: number, depthPercent: number) => {
      const fit = fitHaystack({
        tape: createTape(english),
        tokenizer: o200k,
        lengthTokens,
        before,
        after,
        needles: needlesAt(EN_NEEDLE, [depthPercent]),
      });
      return fit.status === 'ok' ? textOf(fit.blocks, english) : '';
    };
    const long = build(4000, 100);
    const short = build(2000, 50);
    expect(long.startsWith(short.slice(0, short.indexOf(' The legendary')))).toBe(true);
  });

  test('a sentence beyond 100 tokens is entered between clauses, never inside a word', async () => {
    const endless = corpusOf([`It began so, ${'and then the long rain fell on the town, '.repeat(400)}and it ended.`], {
      language: 'en',
      origin: {},
    });
    const index = await indexCorpus(endless, o200k);
    const fit = fitHaystack({
      tape: createTape(index),
      tokenizer: o200k,
      lengthTokens: 2000,
      before,
      after,
      needles: needlesAt(EN_NEEDLE, [50]),
    });
    if (fit.status !== 'ok') throw new Error(fit.detail);
    const text = textOf(fit.blocks, index);
    expect(text.slice(text.indexOf('The legendary') - 2, text.indexOf('The legendary'))).toBe(', ');
    expect(fit.placements[0]!.depthPercent).toBeCloseTo(50, 0);
  });

  test.each([
    ['words without punctuation', 'river stone mill wheel rain '.repeat(2000), /[a-z]\n\n$/],
    ['Chinese without punctuation', '山水云石木火土金'.repeat(1200), /\p{Script=Han}\n\n$/u],
  ])('%s are entered between words, at the asked depth', async (_name, text, left) => {
    const index = await indexCorpus(corpusOf([text], { language: 'en', origin: {} }), o200k);
    for (const depthPercent of [37, 63, 100]) {
      const fit = fitHaystack({
        tape: createTape(index),
        tokenizer: o200k,
        lengthTokens: 2000,
        before,
        after,
        needles: needlesAt(ZH_NEEDLE, [depthPercent]),
      });
      if (fit.status !== 'ok') throw new Error(fit.detail);
      expect(Math.abs(fit.placements[0]!.depthPercent - depthPercent)).toBeLessThan(0.5);
      expect(textOf(fit.blocks, index).split('藏在')[0]!.slice(-5)).toMatch(left);
    }
  });

  test('says why a cell cannot be built', () => {
    const build = (lengthTokens: number, needles: number) =>
      fitHaystack({
        tape: createTape(english),
        tokenizer: o200k,
        lengthTokens,
        before,
        after,
        needles: needlesAt(
          EN_NEEDLE,
          Array.from({ length: needles }, () => 50),
        ),
      });
    expect(build(200, 11)).toMatchObject({ status: 'skipped', reason: 'too-short' });
    expect(build(10_000_000, 1)).toMatchObject({
      status: 'skipped',
      reason: 'haystack-too-short',
      detail: expect.stringMatching(/needs 99\d+ tokens.*corpus has \d+/),
    });
  });
});

describe('seededTape', () => {
  test('repeat 0 reads the corpus as it stands; others are other orders, the same each time', () => {
    const order = (repeat: number, seed = 1) => seededTape(english, { seed, repeat }).order.join();
    expect(order(0)).toBe(Array.from({ length: 40 }, (_, i) => i).join());
    expect(new Set([order(0), order(1), order(2), order(1, 2)]).size).toBe(4);
    expect(order(2)).toBe(order(2));
  });

  test('one document is rotated at a paragraph and loses nothing', async () => {
    const index = await indexCorpus(corpusOf([`${EN_TEXT}\n\n`.repeat(30)], { language: 'en', origin: {} }), o200k);
    const { segments } = seededTape(index, { seed: 3, repeat: 1 });
    const bytes = Buffer.from(index.corpus.bytes);
    expect(segments.map(({ from, to }) => [from, to])).toEqual([
      [expect.any(Number), bytes.length],
      [0, segments[0]!.from],
    ]);
    expect(bytes.toString('utf8', segments[0]!.from - 1, segments[0]!.from)).toBe('\n');
  });
});

describe('spliceTokens', () => {
  const slow = (index: TokenIndex, tokens: number, at: number, needle: string) => {
    const { documents, bytes } = index.corpus;
    const ids = Array.from({ length: documents.length - 1 }, (_, i) => [
      ...o200k.encode(Buffer.from(bytes.slice(documents[i], documents[i + 1])).toString()),
    ]).flat();
    const hay = ids.slice(0, tokens);
    const spliced = [...hay.slice(0, at), ...o200k.encode(needle), ...hay.slice(at)];
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(o200k.decode(spliced));
  };

  test('equals splicing token lists and decoding once with replacement, character cuts included', async () => {
    const odd = corpusOf(['鿃龘𠮷的故事🧶。', '', '再来𪚥一段，龖字很多𠀀𠀁𠀂。', 'Plain words here.'], { language: 'zh', origin: {} });
    const index = await indexCorpus(odd, o200k);
    const total = index.tokens.at(-1)!;
    let replaced = 0;
    for (let tokens = 0; tokens <= total; tokens++) {
      for (let at = 0; at <= tokens; at++) {
        const splice = spliceTokens(createTape(index), {
          tokenizer: o200k,
          tokens,
          needles: [{ id: 'n', text: '\nneedle\n', atToken: at, askedDepthPercent: 50 }],
        });
        const text = textOf(splice.blocks, index);
        expect(text).toBe(slow(index, tokens, at, '\nneedle\n'));
        if (text.includes('\ufffd')) replaced++;
      }
    }
    expect(replaced).toBeGreaterThan(10);
  });

  test('several needles keep their order and may meet at the end', () => {
    const needles = [10, 10, 500].map((atToken, i) => ({ id: `n${i}`, text: `\nneedle ${i}\n`, atToken, askedDepthPercent: 0 }));
    const { blocks, haystackTokens, placements } = spliceTokens(createTape(english), { tokenizer: o200k, tokens: 100, needles });
    expect(haystackTokens).toBe(100);
    expect(placements.map(({ depthPercent }) => depthPercent)).toEqual([10, 10, 100]);
    expect(blocks.map(({ role }) => role)).toEqual(['context', 'evidence', 'evidence', 'context', 'evidence']);
  });
});

test('corpusContains looks for the letters as they are', () => {
  expect(corpusContains(english.corpus, 'Dr. Marlow')).toBe(true);
  expect(corpusContains(english.corpus, 'dr. marlow')).toBe(false);
  expect(corpusContains(english.corpus, '')).toBe(false);
});

test('with a fold, both sides are folded, and documents stay apart', () => {
  const fold = (text: string) => text.trim().toLowerCase();
  const some = corpusOf(['The Mill', 'by the River'], { language: 'en', origin: {} });
  expect(corpusContains(some, 'MILL', fold)).toBe(true);
  expect(corpusContains(some, 'the mill by the river', fold)).toBe(true);
  expect(corpusContains(some, 'millby', fold)).toBe(false);
  expect(corpusContains(some, ' ', fold)).toBe(false);
});
