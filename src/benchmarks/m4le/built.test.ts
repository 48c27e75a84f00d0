import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Corpus, JsonObject, Sample, TaskDeps } from '../../core/index.ts';
import { answered } from '../../datasets/data-run.fixture.ts';
import { corpusOf, createDocuments, generateProse, indexCorpus, loadTokenizer, messageText } from '../../text/index.ts';
import { goldPlace, goldPlaces } from './gold-places.ts';
import { m4le } from './index.ts';
import { makeNotices } from './notices.ts';
import { passagesOf } from './passages.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (kind: string) => m4le.tasks.find(({ id }) => id === `m4le/built-${kind}`)!;

async function build(kind: string, options: JsonObject) {
  const tokenizer = await loadTokenizer('o200k_base');
  const corpora: Corpus[] = [];
  const index = (corpus: Corpus) => {
    corpora.push(corpus);
    return indexCorpus(corpus, tokenizer);
  };
  const prose = (language: string) =>
    corpusOf(generateProse({ language: language as 'en', seed: 1, minimumBytes: 60_000 }), { language, origin: {} });
  const deps: TaskDeps = { tokenizer, seed: 3, index, haystack: (language) => index(prose(language)) };
  const all = await Array.fromAsync(task(kind).samples(options, deps));
  const documents = createDocuments(corpora);
  const samples = all.filter((each): each is Sample => !('skipped' in each));
  const text = ({ ask }: Sample) => (ask.kind === 'generate' ? messageText(ask.steps[0]!.messages[0]!, documents).content : '');
  return { all, samples, corpora, text, tokens: (sample: Sample) => tokenizer.count(text(sample)) };
}

/** The texts of the question by their ids, after those of the solved example. */
function itemsOf(text: string, language = 'en'): Map<string, string> {
  const own = text.slice(text.indexOf(language === 'en' ? 'Now the texts' : '下面是你的题目'));
  const pattern = language === 'en' ? /Id ([0-9A-F]{6}):\n([^]*?)\n\n/g : /编号 ([0-9A-F]{6})：\n([^]*?)\n\n/g;
  return new Map([...own.matchAll(pattern)].map(([, id, item]) => [id!, item!]));
}

test('every kind is built to its length without any download, in both languages, answer known', async () => {
  for (const kind of ['explicit-single', 'explicit-multiple', 'semantic-single', 'semantic-multiple']) {
    const { all, samples, tokens } = await build(kind, { lengths: [2000, 4000], repeats: 2 });
    expect(samples).toHaveLength(8);
    expect(all).toHaveLength(8);
    for (const sample of samples) {
      const asked = Number(sample.cell['askedTokens']);
      expect(sample.promptTokens).toBe(tokens(sample));
      expect(sample.promptTokens).toBeLessThanOrEqual(asked);
      expect(sample.promptTokens).toBeGreaterThan(asked * 0.8);
    }
  }
});

test('the class of one text: the text with the id is of the class', async () => {
  const { samples, text } = await build('explicit-single', { lengths: [3000], repeats: 4, languages: 'en' });
  const classes = new Map(makeNotices({ language: 'en', seed: 3, count: 21_504 }).map((notice) => [notice.text, notice.label]));
  for (const sample of samples) {
    const [, id] = /with the id ([0-9A-F]{6})\?\nAnswer:$/.exec(text(sample))!;
    expect(classes.get(itemsOf(text(sample)).get(id!)!)).toBe(sample.target);
  }
  expect(new Set(samples.map(({ cell }) => cell['depthPercent'])).size).toBeGreaterThan(2);
});

test('all texts of a class, and their number', async () => {
  const classes = new Map(makeNotices({ language: 'zh', seed: 3, count: 21_504 }).map((notice) => [notice.text, notice.label]));
  const ofClass = (text: string) => {
    const label = [...text.matchAll(/“(.+?)”类的文字|属于“(.+?)”类？/g)]
      .at(-1)!
      .slice(1)
      .find((each) => each !== undefined);
    return [...itemsOf(text, 'zh')].filter(([, item]) => classes.get(item) === label).map(([id]) => id);
  };
  const multiple = await build('explicit-multiple', { lengths: [2000], repeats: 3, languages: 'zh' });
  for (const sample of multiple.samples) expect(ofClass(multiple.text(sample))).toEqual(sample.target);
  const counted = await build('semantic-multiple', { lengths: [2000], repeats: 7, languages: 'zh' });
  for (const sample of counted.samples) expect(String(ofClass(counted.text(sample)).length)).toBe(sample.target);
  expect(counted.samples.map(({ target }) => target)).toEqual(['1', '2', '3', '4', '5', '6', '1']);
});

test('the passage that goes on: it stands right after the one shown, in the corpus', async () => {
  const { samples, text, corpora } = await build('semantic-single', { lengths: [4000], repeats: 3, languages: 'en' });
  const whole = new TextDecoder().decode(corpora[0]!.bytes);
  for (const sample of samples) {
    const shown = /directly after this one\?\n([^]*)\nAnswer:$/.exec(text(sample).slice(text(sample).indexOf('Now the texts')))![1]!;
    const gold = itemsOf(`${text(sample)}`).get(String(sample.target))!;
    expect(
      whole
        .slice(whole.indexOf(shown) + shown.length)
        .trimStart()
        .startsWith(gold.slice(0, 200)),
    ).toBe(true);
  }
});

test('own classified texts, once in each language that they are in; too few of them are told', async () => {
  const { samples, all, text, corpora } = await build('explicit-multiple', {
    dataDir,
    lengths: [400, 8000],
    repeats: 1,
    languages: ['en', 'zh'],
  });
  expect(samples).toHaveLength(1);
  expect(text(samples[0]!)).toContain('one of these classes: boats, bread.');
  expect(all.map((each) => ('skipped' in each ? each.skipped.reason : 'ok'))).toEqual(['ok', 'too-short', 'length', 'length']);
  expect((await m4le.reopen!(corpora[0]!)).digest).toBe(corpora[0]!.digest);
});

test('a built-in corpus is made again from its origin', async () => {
  const { corpora } = await build('explicit-single', { lengths: [1000], repeats: 1, languages: 'zh' });
  expect((await m4le.reopen!(corpora[0]!)).digest).toBe(corpora[0]!.digest);
  await expect(m4le.reopen!({ ...corpora[0]!, origin: { ...corpora[0]!.origin, version: 0 } })).rejects.toMatchObject({ code: 'data' });
});

test('no two notices are alike', () => {
  for (const language of ['en', 'zh']) {
    const all = makeNotices({ language, seed: 5, count: 30_000 });
    expect(new Set(all.map(({ text }) => text)).size).toBe(21_504);
    expect(all.slice(0, 50)).toEqual(makeNotices({ language, seed: 5, count: 50 }));
  }
});

test('places of the gold text', () => {
  expect(goldPlaces(16)).toEqual([0, 4, 9, 14]);
  expect(goldPlaces(200).slice(0, 3)).toEqual([0, 9, 19]);
  expect([0, 1, 2, 3, 4].map((repeat) => goldPlace(16, repeat))).toEqual([0, 9, 4, 14, 0]);
});

test('passages are whole lines of one document', () => {
  const line = (n: number, letter: string) => letter.repeat(n);
  const { passages, follows } = passagesOf(
    corpusOf([`${line(400, 'a')}\n\n${line(400, 'b')}\n${line(800, 'c')}\nd`, line(900, 'e')], { language: 'en', origin: {} }),
  );
  expect(passages.map(({ from, to, document }) => [from, to, document])).toEqual([
    [0, 400, 0],
    [402, 802, 0],
    [803, 1603, 0],
    [1605, 2505, 1],
  ]);
  expect(follows).toEqual([false, true, true, false]);
});

test('answers to built prompts', async () => {
  const of = async (kind: string, reply: string, target: string | readonly string[]) => {
    const result = await task(kind).score(answered(reply), { target, facts: {} } as unknown as Sample, {});
    return result.status === 'ok' && result.score.value;
  };
  expect(await of('explicit-single', ' sport.\nIt says so', 'Sport')).toBe(1);
  expect(await of('explicit-single', 'Sport or Music', 'Sport')).toBe(0);
  expect(await of('explicit-multiple', 'aa11bb，CC22DD', ['AA11BB', 'EE33FF'])).toBe(0.5);
  expect(await of('semantic-multiple', '3', '3')).toBe(1);
});
