import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Corpus, JsonObject, Sample, SkippedSample, TaskDeps } from '../../core/index.ts';
import { answered } from '../../datasets/data-run.fixture.ts';
import { createDocuments, indexCorpus, loadTokenizer, messageText } from '../../text/index.ts';
import { m4le } from './index.ts';
import { PAIR_TASKS } from './pair-tasks.ts';
import { makePortraits } from './portraits.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (id: string) => m4le.tasks.find((each) => each.id === `m4le/built-${id}`)!;
const BUILT_IN = PAIR_TASKS.filter(({ scope }) => scope !== 'global').map(({ id }) => id.slice('built-'.length));

async function build(id: string, options: JsonObject) {
  const tokenizer = await loadTokenizer('o200k_base');
  const corpora: Corpus[] = [];
  const index = (corpus: Corpus) => {
    corpora.push(corpus);
    return indexCorpus(corpus, tokenizer);
  };
  const deps: TaskDeps = { tokenizer, seed: 3, index, haystack: () => Promise.reject(new Error('no haystack in these tests')) };
  const all: (Sample | SkippedSample)[] = await Array.fromAsync(task(id).samples(options, deps));
  const documents = createDocuments(corpora);
  const text = ({ ask }: Sample) => (ask.kind === 'generate' ? messageText(ask.steps[0]!.messages[0]!, documents).content : '');
  return {
    all,
    samples: all.filter((each): each is Sample => !('skipped' in each)),
    corpora,
    text,
    count: (content: string) => tokenizer.count(content),
  };
}

/** Texts of the question by their names, and the question, after the solved example. */
function readPrompt(text: string) {
  const own = text.slice(text.search(/Now the texts|下面是你的题目/));
  const items = [...own.matchAll(/(?<=\n\n)((?:Text|文字) [0-9A-F]+)[:：]\n([^]*?)\n\n/g)].map(([, name, item]) => [name!, item!] as const);
  return { items: new Map(items), question: own.slice(own.search(/(?:Question|问题|关于文字)[^\n]*[:：]?[^]*$/)) };
}

test('built-in portraits: every recipe is filled to within a text, and the answer is that of the text which is asked about', async () => {
  const portraits = makePortraits({ seed: 3, count: 10_240 });
  for (const id of BUILT_IN) {
    const { samples, all, text, count } = await build(id, { lengths: [1000, 3000], repeats: 3 });
    expect([id, samples.length, all.length]).toEqual([id, 12, 12]);
    for (const sample of samples) {
      const asked = Number(sample.cell['askedTokens']);
      const side = sample.cell['language'] === 'en' ? 0 : 1;
      const prompt = text(sample);
      expect(sample.promptTokens).toBe(count(prompt));
      expect(sample.promptTokens).toBeLessThanOrEqual(asked);
      expect(sample.promptTokens).toBeGreaterThan(asked - 160);
      const { items, question } = readPrompt(prompt);
      const asks = [...items].filter(([name, item]) => {
        const { title } = portraits.find((pair) => pair[side].text === item)![side];
        return id.includes('explicit') ? new RegExp(`${name}(?![0-9A-F])`).test(question) : question.includes(title);
      });
      expect(asks).toHaveLength(1);
      const pair = portraits.find((each) => each[side].text === asks[0]![1])!;
      const right = { qa: pair[side].answer, topic: pair[side].title, summary: pair[side].summary, translation: pair[1 - side]!.text }[
        id.split('-')[1]!
      ];
      expect(sample.target).toEqual([right]);
      expect(question).toContain(id.endsWith('qa') ? pair[side].question : '');
    }
  }
});

/** Where a portrait says what a question asks. */
const SAID: ReadonlyMap<RegExp, RegExp> = new Map([
  [/^Where/, /The workshop is (.*?)\./],
  [/^Which animal/, /A ([^.]*?) lives in/],
  [/^Who lent/, /lent by (.*?)\./],
  [/^What is the plan/, /next spring is (.*?)\.$/],
]);

test('portraits: names once, texts parallel, those of a smaller number first', () => {
  const all = makePortraits({ seed: 5, count: 20_000 });
  expect(all).toHaveLength(10_240);
  for (const side of [0, 1] as const) expect(new Set(all.map((pair) => pair[side].title)).size).toBe(10_240);
  expect(makePortraits({ seed: 5, count: 30 })).toEqual(all.slice(0, 30));
  for (const [en, zh] of all.slice(0, 200)) {
    expect(en.text.split('. ')).toHaveLength(zh.text.split('。').length - 1);
    const [, said] = [...SAID].find(([asked]) => asked.test(en.question))!;
    expect(said.exec(en.text)![1]).toBe(en.answer);
    expect(zh.text).toContain(zh.answer);
  }
});

test('own questions, once each; their texts once in a prompt; the corpus is read again from its origin', async () => {
  const { samples, all, text, corpora } = await build('semantic-qa', { dataDir, lengths: [270], repeats: 5, languages: 'en' });
  expect(samples.length).toBeGreaterThan(0);
  expect(all.map((each) => ('skipped' in each ? each.skipped : 'ok'))).toEqual([
    ...samples.map(() => 'ok'),
    ...Array.from({ length: 5 - samples.length }, () => expect.objectContaining({ reason: 'no-data' }) as unknown),
  ]);
  for (const sample of samples) {
    const { items } = readPrompt(text(sample));
    expect(new Set(items.values()).size).toBe(items.size);
    expect([...items.values()].join('\n')).toContain(String((sample.target as string[])[0]));
  }
  expect((await m4le.reopen!(corpora[0]!)).digest).toBe(corpora[0]!.digest);
  const portraits = await build('explicit-topic', { lengths: [1000], repeats: 1, languages: 'zh' });
  expect((await m4le.reopen!(portraits.corpora[0]!)).digest).toBe(portraits.corpora[0]!.digest);
  await expect(m4le.reopen!({ ...portraits.corpora[0]!, origin: { ...portraits.corpora[0]!.origin, version: 0 } })).rejects.toMatchObject({
    code: 'data',
  });
});

test('long texts go to the first length that holds them; without a file the skip names it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-pairs-'));
  const rows = [100, 300, 350, 900].map((words, i) => ({ text: `Start ${i} ${'word '.repeat(words)}`, summary: `Summary ${i}` }));
  await writeFile(join(folder, 'summaries.jsonl'), rows.map((row) => JSON.stringify(row)).join('\n'));
  const { samples, text } = await build('global-summary', { dataDir: folder, lengths: [250, 500], repeats: 3, languages: 'en' });
  const found = samples.map((sample) => [sample.cell['askedTokens'], /Start (\d)/.exec(text(sample))![1], (sample.target as string[])[0]]);
  expect(found.toSorted()).toEqual([
    [250, '0', 'Summary 0'],
    [500, '1', 'Summary 1'],
    [500, '2', 'Summary 2'],
  ]);
  const { all } = await build('global-qa', { lengths: [250], languages: 'en' });
  expect(all).toMatchObject([{ skipped: { reason: 'no-data', detail: 'needs qa.jsonl with texts in en in the folder of --data' } }]);
  const classes = await build('global-class', { dataDir, lengths: [400], repeats: 2, languages: 'en' });
  expect(classes.text(classes.samples[0]!)).toMatch(/Of which of these classes is the text: boats, bread\?\nAnswer:$/);
  await rm(folder, { recursive: true });
});

test('any own titled texts: the length holds, same seed same samples, the topic is that of the text with the id', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-pairs-'));
  const word = fc.stringMatching(/^[a-z]{3,9}$/);
  const row = fc.record({ title: word, text: fc.array(word, { minLength: 1, maxLength: 80 }).map((words) => words.join(' ')) });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 3, maxLength: 40 }), fc.integer({ min: 150, max: 2000 }), async (rows, length) => {
      await writeFile(join(folder, 'titled.jsonl'), rows.map((each) => JSON.stringify(each)).join('\n'));
      const options = { dataDir: folder, lengths: [length], repeats: 2, languages: 'en' };
      const { samples, text, count } = await build('explicit-topic', options);
      expect((await build('explicit-topic', options)).samples).toEqual(samples);
      for (const sample of samples) {
        expect(sample.promptTokens).toBe(count(text(sample)));
        expect(sample.promptTokens).toBeLessThanOrEqual(length);
        const { items, question } = readPrompt(text(sample));
        const [, name] = /of (Text [0-9A-F]{6})\?/.exec(question)!;
        expect(rows).toContainEqual({ title: (sample.target as string[])[0], text: items.get(name!) });
      }
    }),
    { numRuns: 25 },
  );
  await rm(folder, { recursive: true });
});

test('answers are compared as the published ones: contains, recall of ROUGE-L, BLEU of all of a length', async () => {
  const value = async (id: string, reply: string, target: readonly string[], language = 'en') => {
    const result = await task(id).score(answered(reply), { target, facts: { language } } as unknown as Sample, {});
    return result.status === 'ok' ? result.score.value : Number.NaN;
  };
  expect(await value('semantic-qa', '\nAt noon. Or later', ['Noon'])).toBe(1);
  expect(await value('semantic-qa', 'Later. At noon', ['noon'])).toBe(0);
  expect(await value('explicit-summary', 'the old ferry sails', ['the ferry sails at noon'])).toBeCloseTo(0.6, 12);
  const own = await build('semantic-translation', { dataDir, lengths: [200], repeats: 2, languages: 'en' });
  const rows = await Promise.all(
    own.samples.map(async (sample, i) => ({
      task: 'm4le/built-semantic-translation',
      cell: sample.cell,
      result: await task('semantic-translation').score(
        answered(i === 0 ? (sample.target as string[])[0]! : '不知道怎么翻译。'),
        sample,
        {},
      ),
    })),
  );
  const bleu = m4le.aggregate(rows, {}).find(({ metric }) => metric === 'built-semantic-translation')!.value!;
  expect(rows).toHaveLength(2);
  expect([bleu > 0.1 && bleu < 0.9, bleu === 0.5]).toEqual([true, false]);
});
