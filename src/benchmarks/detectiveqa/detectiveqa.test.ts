import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answered, dataRun } from '../../datasets/data-run.fixture.ts';
import type { Result, Sample } from '../../core/index.ts';
import { detectiveqa } from './index.ts';
import { paragraphsOf, readNovel } from './novel.ts';
import { closingLetter } from './score-reply.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (name: string) => detectiveqa.tasks.find(({ id }) => id === `detectiveqa/${name}`)!;

const scoreOf = (sample: Sample, reply: string, used?: readonly { readonly block: string }[]) => {
  const result = task('human').score({ ...answered(reply), ...(used && { used }) }, sample, {}) as Result;
  if (result.status !== 'ok') throw new Error(result.detail);
  return result.score;
};

test('the novel ends before the paragraph that gives the answer away; both languages; what is not there is told', async () => {
  const { samples, skipped, messages, corpora, wholeTokens } = await dataRun(task('human'), { dataDir });
  expect(samples.map(({ id, target, cluster }) => ({ id, target, cluster }))).toEqual([
    { id: 'detectiveqa/human/en/7/1/0', target: 'B', cluster: 'detectiveqa/human/novel/en/7' },
    { id: 'detectiveqa/human/en/7/2/0', target: 'C', cluster: 'detectiveqa/human/novel/en/7' },
    { id: 'detectiveqa/human/zh/7/1/0', target: 'B', cluster: 'detectiveqa/human/novel/zh/7' },
  ]);
  expect(skipped.map(({ id, skipped: { reason } }) => `${id} ${reason}`)).toEqual(['detectiveqa/human/en/9 no-data']);
  const texts = samples.map((sample) => messages(sample)[0]!);
  expect(texts[0]).toMatch(
    /\n\n\[1\] The harbour[^]*on the water at nine\.\n\n\nQuestion: Who put out the lamp\?\nA\. Ada Trent\nB\. Tom Crane\nC\. /,
  );
  expect(texts.map((text) => [text.includes('for the soot was'), text.includes('是汤姆灭了灯')])).toEqual([
    [false, false],
    [true, false],
    [false, false],
  ]);
  for (const sample of samples) expect(sample.promptTokens).toBe(wholeTokens(sample));
  for (const corpus of corpora) expect((await detectiveqa.reopen!(corpus)).digest).toBe(corpus.digest);
});

test('clues are evidence of the prompt, those in the hidden part and those in none are not', async () => {
  const [sample] = (await dataRun(task('human'), { dataDir })).samples;
  const blocks = sample!.ask.kind === 'generate' ? sample!.ask.steps[0]!.messages[0]!.blocks : [];
  expect(blocks.map(({ role, id }) => id ?? role)).toEqual([
    'instruction',
    'novel-1',
    'paragraph-2',
    'paragraph-3',
    'novel-4',
    'instruction',
    'question',
    'choices',
    'format',
  ]);
  expect(blocks.filter(({ cacheBreak }) => cacheBreak).map(({ id }) => id)).toEqual(['novel-4']);
});

test('accuracy by the closing letter; recall of the clues that a method gave', async () => {
  const [sample] = (await dataRun(task('human'), { dataDir })).samples;
  expect(scoreOf(sample!, 'A saw C. The answer is B.')).toMatchObject({
    value: 1,
    metric: 'accuracy',
    parts: [{ metric: 'evidence-in-prompt', value: 1 }],
  });
  expect(scoreOf(sample!, 'It was him.')).toMatchObject({ value: 0, errorClass: 'no-choice' });
  const used = [{ block: 'novel-1' }, { block: 'paragraph-3' }];
  expect(scoreOf(sample!, 'B', used).parts).toContainEqual({ metric: 'evidence-recall', value: 0.5 });
  const [unclued] = (await dataRun(task('ai-supported'), { dataDir })).samples;
  expect(scoreOf(unclued!, 'B')).not.toHaveProperty('parts');
});

test('a novel that is cut loses clues, and the score says how many', async () => {
  const whole = (await dataRun(task('human'), { dataDir, languages: 'en' })).samples[0]!;
  const { samples, messages } = await dataRun(task('human'), { dataDir, languages: 'en', lengths: [whole.promptTokens - 20] });
  expect(samples[0]!.promptTokens).toBeLessThan(whole.promptTokens);
  const kept = ['untouched.\n', 'black with soot.\n'].filter((text) => messages(samples[0]!)[0]!.includes(text)).length;
  expect(scoreOf(samples[0]!, 'B').parts).toEqual([{ metric: 'evidence-in-prompt', value: kept / 2 }]);
  expect(kept).toBeLessThan(2);
});

test('letters: the last closing sentence, else the last that stands alone', () => {
  const letters = [
    'The answer is A. No: the answer is (C).',
    '答案是 D。',
    'Not B, A or so',
    'BAD',
    'the answer is a man: D',
    'The answer is X',
  ];
  expect(letters.map(closingLetter)).toEqual(['C', 'D', 'A', null, 'D', null]);
});

test('paragraphs by number, in bytes', () => {
  expect(paragraphsOf('[0] é\nmore\n[2] x\n[2] y\n [3] no')).toEqual(
    new Map([
      [0, { from: 0, to: 12 }],
      [2, { from: 12, to: 18 }],
    ]),
  );
});

test('a novel saved on another system is the same text', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-detectiveqa-'));
  await writeFile(join(folder, 'a.txt'), '\uFEFF[1] x\r\n[2] y');
  await writeFile(join(folder, 'b.txt'), '[1] x\n[2] y');
  const [a, b] = await Promise.all(['a.txt', 'b.txt'].map((name) => readNovel(join(folder, name), 'en')));
  expect(a!.corpus.digest).toBe(b!.corpus.digest);
  expect(a!.paragraphs).toEqual(b!.paragraphs);
  await rm(folder, { recursive: true });
});

test('a malformed question is refused by its place, or left out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-detectiveqa-'));
  await mkdir(join(folder, 'anno_data_en/human_anno'), { recursive: true });
  await mkdir(join(folder, 'novel_data_en'));
  await writeFile(join(folder, 'novel_data_en/1-x.txt'), '[1] x\n');
  const bad = [{ questions: [{ question: 'q', options: { A: 'a' }, answer: 'B', answer_position: 1 }] }];
  await writeFile(join(folder, 'anno_data_en/human_anno/1.json'), JSON.stringify(bad));
  await expect(dataRun(task('human'), { dataDir: folder })).rejects.toMatchObject({
    code: 'data',
    message: expect.stringContaining('1.json: question 1: at answer: the answer is none of the options') as string,
  });
  const { skipped } = await dataRun(task('human'), { dataDir: folder, badRows: 'skip' });
  expect(skipped.map(({ skipped: { reason } }) => reason)).toEqual(['bad-row', 'no-data']);
  await rm(folder, { recursive: true });
});

test('accuracy over all, by language and by set', async () => {
  const { samples } = await dataRun(task('human'), { dataDir });
  const rows = samples.map((sample, i) => ({
    task: sample.task,
    cell: sample.cell,
    result: { status: 'ok' as const, score: scoreOf(sample, ['The answer is B.', 'A', 'B'][i]!) },
  }));
  const values = Object.fromEntries(detectiveqa.aggregate(rows, {}).map(({ metric, value }) => [metric, value]));
  expect(values).toMatchObject({ overall: 2 / 3, en: 0.5, zh: 1, human: 2 / 3, 'human/en': 0.5, 'clues/evidence-in-prompt': 1 });
});
