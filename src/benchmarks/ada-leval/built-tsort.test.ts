import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scored } from '../../datasets/data-run.fixture.ts';
import { generateProse, sentenceEnds } from '../../text/index.ts';
import { builtRun } from './built-run.fixture.ts';
import { makeChronicle } from './chronicle.ts';
import { adaLeval } from './index.ts';

const HEADS = {
  en: { before: 'Before the passage:\n\n', segment: /Segment \d:\n\n/, after: 'After the passage:\n\n', end: '\n\nIn which order' },
  zh: { before: '这段之前的文字：\n\n', segment: /片段 \d：\n\n/, after: '这段之后的文字：\n\n', end: '\n\n各片段原来' },
};

/** The parts of a prompt, read from its text. */
function readPrompt(text: string, language: 'en' | 'zh') {
  const heads = HEADS[language];
  const [head, rest] = text.slice(text.indexOf(heads.before) + heads.before.length).split(heads.after) as [string, string];
  const [before, ...segments] = head.split(heads.segment).map((part) => part.slice(0, -2));
  return { before: before!, segments, after: rest.slice(0, rest.indexOf(heads.end)) };
}

/** The gold order by where the segments stand in the whole text. */
function orderIn(whole: string, segments: readonly string[]): number[] {
  return segments
    .map((segment, i) => ({ at: whole.indexOf(segment), number: i + 1 }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ number }) => number);
}

test('prompts of the chronicle: order, length, borders, in both languages', async () => {
  const { samples, all, text, count, corpora } = await builtRun('tsort', { lengths: [1000, 4000, 16_000], repeats: 3 });
  expect([samples.length, all.length]).toEqual([18, 18]);
  for (const sample of samples) {
    const language = sample.cell['language'] as 'en' | 'zh';
    const whole = Buffer.from(corpora.find((corpus) => corpus.language === language)!.bytes).toString();
    const { before, segments, after } = readPrompt(text(sample), language);
    expect(segments).toHaveLength(4);
    expect(orderIn(whole, segments)).toEqual(sample.target);
    const asked = Number(sample.cell['askedTokens']);
    expect(sample.promptTokens).toBe(count(text(sample)));
    expect(sample.promptTokens).toBeLessThanOrEqual(asked);
    const stretch = [before, ...(sample.target as number[]).map((number) => segments[number - 1]!), after];
    const from = whole.indexOf(stretch[0]!);
    const joined = stretch.join('').replaceAll(/\s/g, '');
    expect(whole.slice(from).replaceAll(/\s/g, '').startsWith(joined)).toBe(true);
    const tail = whole.slice(whole.indexOf(after, from + before.length) + after.length);
    expect(sample.promptTokens + count(tail.slice(0, sentenceEnds(tail)[0]))).toBeGreaterThan(asked - 3);
  }
});

test('the chronicle has one order: every paragraph begins in the town that the one before it names last', () => {
  for (const language of ['en', 'zh'] as const) {
    const paragraphs = makeChronicle({ language, seed: 7, minimumBytes: 200_000 }).split('\n\n');
    const towns = paragraphs.map((paragraph) => townsOf(paragraph, language));
    expect(new Set(towns.map(({ here }) => here)).size).toBe(paragraphs.length);
    towns.slice(1).forEach(({ here }, i) => expect(towns[i]!.next).toBe(here));
    const place = new Map(towns.map(({ here }, i) => [here, i]));
    for (const [i, { past }] of towns.entries())
      for (const town of past) expect([town, i, (place.get(town) ?? i) < i]).toEqual([town, i, true]);
  }
});

/** Towns of a paragraph by their shape alone: English ones are the capitalised words that the paragraph's neighbours share. */
function townsOf(paragraph: string, language: 'en' | 'zh') {
  const town =
    language === 'en'
      ? '([A-Z][a-z]{5,})'
      : '([柳松梅竹枫榆槐桑荷菱芦苇雁鹤鹿鹭溪泉潭滩沙石岩岭云霞霜雪晴岚铜铁银盐陶瓦麻棉茶粟].[镇村渡关堡驿集寨埠屯铺营场寺])';
  const sentences = paragraph.slice(0, -1).split(language === 'en' ? /(?<=\.) / : /(?<=。)/);
  const first =
    language === 'en' ? `(?:into|of|reached|entered|and|At|^) ?${town}(?: showed|, where|, and| only|lay| lay| was|\\.| the| by)` : town;
  const past = language === 'en' ? `\\b(?:in|from|at|since) ${town}` : `[在从自]${town}`;
  return {
    here: new RegExp(first).exec(sentences[0]!)![1]!,
    next: new RegExp(language === 'en' ? `(?:for|to|advises|in|and) ${town}` : town).exec(sentences.at(-1)!)![1]!,
    past: sentences.slice(1, -1).flatMap((sentence) => [...sentence.matchAll(new RegExp(past, 'g'))].map(([, name]) => name!)),
  };
}

test('any own text: the stretch is of one document, in order, at most as long as asked, borders where sentences end', async () => {
  const essays = generateProse({ language: 'en', seed: 5, minimumBytes: 120_000 });
  const book = essays.join('');
  const wrapped = book.replaceAll(/(.{50,70}) /g, '$1\n');
  const plain = book.replaceAll('\n\n', '\n');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('book', 'wrapped', 'plain'),
      fc.integer({ min: 500, max: 12_000 }),
      fc.integer({ min: 2, max: 6 }),
      fc.nat(1000),
      async (kind, length, segments, seed) => {
        const whole = { book, wrapped, plain }[kind]!;
        const options = { lengths: [length], repeats: 1, languages: 'en', segments };
        const { samples, text, count } = await builtRun('tsort', options, { texts: [whole, 'Too short a text.'], seed });
        const again = await builtRun('tsort', options, { texts: [whole, 'Too short a text.'], seed });
        expect(again.samples).toEqual(samples);
        for (const sample of samples) {
          const read = readPrompt(text(sample), 'en');
          expect(orderIn(whole, read.segments)).toEqual(sample.target);
          expect(sample.promptTokens).toBe(count(text(sample)));
          expect(sample.promptTokens).toBeLessThanOrEqual(length);
          expect(sample.promptTokens).toBeGreaterThan(length - 80);
          for (const part of [...read.segments, read.before, read.after]) expect(part).toMatch(/^\S[^]*[.!?…][”’"']?$/);
        }
        expect(samples.length === 1 || length <= 1000).toBe(true);
      },
    ),
    { numRuns: 25 },
  );
});

test('what cannot be built is told; wrong options are refused', async () => {
  const skipped = async (options: object, texts: readonly string[]) =>
    (await builtRun('tsort', { repeats: 1, languages: 'en', ...options }, { texts })).skipped[0]!.skipped.reason;
  const prose = generateProse({ language: 'en', seed: 1, minimumBytes: 40_000 }).join('');
  expect(await skipped({ lengths: [64_000] }, [prose])).toBe('haystack-too-short');
  expect(await skipped({ lengths: [150] }, [prose])).toBe('length');
  expect(await skipped({ lengths: [2000] }, ['word '.repeat(9000)])).toBe('length');
  await expect(builtRun('tsort', { segments: 7 })).rejects.toMatchObject({ code: 'misuse' });
  await expect(builtRun('tsort', { segment: 4 })).rejects.toMatchObject({ code: 'misuse' });
});

test('a million tokens of text: the recipe stays a few spans, and the chronicle is made again from its origin', async () => {
  const { samples, corpora } = await builtRun('tsort', { lengths: [1_000_000], repeats: 1, languages: 'en' });
  expect(samples[0]!.promptTokens).toBeGreaterThan(999_900);
  expect(JSON.stringify(samples[0]).length).toBeLessThan(4000);
  expect((await adaLeval.reopen!(corpora[0]!)).digest).toBe(corpora[0]!.digest);
  await expect(adaLeval.reopen!({ ...corpora[0]!, origin: { ...corpora[0]!.origin, version: 0 } })).rejects.toMatchObject({ code: 'data' });
});

test('scores: all of the order, the share of right places beside it', async () => {
  const { task, samples } = await builtRun('tsort', { lengths: [1000], repeats: 1, languages: 'en', segments: 3 });
  const sample = { ...samples[0]!, target: [2, 3, 1] };
  const of = (reply: string) => {
    const { value, parts = [] } = scored(task, sample, reply);
    return [value, ...parts.map((part) => part.value)];
  };
  expect(of('[2, 3, 1]')).toEqual([1, 1, 1, 0]);
  expect(of('The order is 2, then 1, then 3.')).toEqual([0, 1, 1 / 3, 0]);
  expect(of('[3, 1, 2]')).toEqual([0, 1, 0, 1]);
  expect(of('[2]')).toEqual([0, 0, 0, 0]);
});
