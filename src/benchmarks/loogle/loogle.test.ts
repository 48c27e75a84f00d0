import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { loogle } from './index.ts';
import { readPairs } from './question-pairs.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (name: string) => loogle.tasks.find(({ id }) => id === `loogle/${name}`)!;
const run = (name: string) => dataRun(task(name), { dataDir });

test('questions written as Python are read, never run', () => {
  expect(readPairs(`[{'Q': "Who's there?\\n", 'A': 'It\\'s Ann', 'S': ['a', "b"]}]`)).toEqual([
    { Q: "Who's there?\n", A: "It's Ann", S: ['a', 'b'] },
  ]);
  expect(readPairs('none')).toEqual([]);
  for (const bad of ["[__import__('os')]", '[{"Q": 1, "A": "x"}]', "[{'Q': 'x'}", '{}'])
    expect(readPairs(bad)).toMatchObject({ problem: expect.stringMatching(/./) as string });
});

test('every task asks its questions about the text, quoted once', async () => {
  const { samples, messages, corpora, wholeTokens } = await run('shortdep_qa');
  expect(corpora).toHaveLength(1);
  expect(samples.map(({ id, target, promptTokens }) => ({ id, target, promptTokens }))).toEqual([
    { id: 'loogle/shortdep_qa/1/1/0', target: 'In 1811.', promptTokens: wholeTokens(samples[0]!) },
    { id: 'loogle/shortdep_qa/1/2/0', target: 'Ada Trent.', promptTokens: wholeTokens(samples[1]!) },
  ]);
  expect(messages(samples[1]!)).toEqual([
    expect.stringMatching(/\n\nVelm is a harbour[^]*Question: Who drew the "three"\nbuildings\?\nAnswer:$/),
  ]);
  expect(samples[0]).toMatchObject({ facts: { evidence: ['Its lighthouse was lit in 1811.'] } });
  const summary = await run('longdep_summarization');
  expect(summary.samples.map(({ target }) => target)).toEqual(['Copper wire grows when heated.']);
  expect(summary.samples[0]!.ask).toMatchObject({
    steps: [{ output: { maxTokens: 500, temperature: 0 } }],
    fit: { variant: 'middle-tokens' },
  });
});

test('a row without questions asks none, unless its task asks for a summary', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-loogle-'));
  const row = (pairs: unknown) => JSON.stringify({ input: 'Velm has a harbour.', title: 'Velm', qa_pairs: pairs, output: 'A harbour.' });
  const rows = ['none', '[]', 'None', []].map(row).join('\n');
  for (const { id } of loogle.tasks) writeFileSync(join(folder, `${id.split('/')[1]!}.jsonl`), rows);
  const all = await Promise.all(loogle.tasks.map((each) => dataRun(each, { dataDir: folder })));
  expect(all.map(({ samples, skipped }) => [samples.length, skipped.map((each) => each.skipped.reason)])).toEqual(
    loogle.tasks.map(({ id }) => (id.endsWith('summarization') ? [4, []] : [0, Array<string>(4).fill('no-question')])),
  );
  rmSync(folder, { recursive: true });
});

test('answers are scored by recall of ROUGE-L, masks by name, orders by distance', async () => {
  const [dated] = (await run('shortdep_qa')).samples;
  expect(scored(task('shortdep_qa'), dated!, 'It was lit In 1811.')).toMatchObject({ value: 1, metric: 'rougeL-recall' });
  const [cloze] = (await run('shortdep_cloze')).samples;
  expect(scored(task('shortdep_cloze'), cloze!, "{'<mask-0>': 'Ada', '<mask-1>': 'Ann'}")).toMatchObject({
    value: 0.5,
    counts: { exact: 1, partial: 1, masks: 2 },
  });
  const [order] = (await run('longdep_qa')).samples;
  const part = (reply: string) => scored(task('longdep_qa'), order!, reply).parts!.find(({ metric }) => metric === 'order-sd')?.value;
  expect([part('II, I, III'), part('I, II, III'), part('II, I')]).toEqual([1, 0.5, undefined]);
  expect(scored(task('longdep_qa'), order!, '...').value).toBe(0);
});

test('cloze is summed over all masks, questions by kind; the headline weighs tasks alike', async () => {
  const names = ['shortdep_qa', 'shortdep_cloze', 'longdep_qa'];
  const runs = await Promise.all(names.map(run));
  const rows = runs.flatMap(({ samples }, i) =>
    samples.map((sample) => {
      const score = scored(task(names[i]!), sample, names[i] === 'shortdep_cloze' ? '{"<mask-0>": "Ada"}' : String(sample.target));
      return { task: sample.task, cell: sample.cell, result: { status: 'ok' as const, score } };
    }),
  );
  const values = Object.fromEntries(loogle.aggregate(rows, {}).map(({ metric, value }) => [metric, value]));
  expect(values).toMatchObject({ overall: 2.5 / 3, 'shortdep_cloze/exact': 0.5, 'longdep_qa/computation': 1, shortdep_qa: 1 });
});

const shared = ['../shared/data/loogle', '../../shared/data/loogle'].find((path) => existsSync(path));
describe.skipIf(shared === undefined)('the official samples (skipped: ../shared/data is absent)', () => {
  test('80 and 43 questions; the middle of long texts is cut', async () => {
    const short = await dataRun(task('shortdep_qa'), { dataDir: shared!, lengths: [4000] });
    const long = await dataRun(task('longdep_qa'), { dataDir: shared! });
    expect([short.samples.length, long.samples.length, short.skipped.length]).toEqual([80, 43, 0]);
    const types = long.samples.map(({ cell }) => cell['type']);
    expect(Object.fromEntries([...Map.groupBy(types, (type) => String(type))].map(([type, all]) => [type, all.length]))).toEqual({
      comprehension_and_reasoning: 15,
      multiple_information_retrieval: 15,
      computation: 10,
      timeline_reorder: 3,
    });
    for (const sample of short.samples) {
      expect(sample.promptTokens).toBe(short.wholeTokens(sample));
      expect(sample.promptTokens).toBeGreaterThan(3980);
      expect(sample.promptTokens).toBeLessThanOrEqual(4000);
    }
    const [text] = short.messages(short.samples[0]!);
    expect(text).toContain('Early life. Picardo was born');
    expect(text).toContain('died on 27 July 2010 in Madrid.');
  });
});

test('the user’s copy of the published prompts takes the place of our wording', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-loogle-'));
  writeFileSync(join(folder, 'task2prompt.json'), JSON.stringify({ shortdep_qa: 'A {"b": 1} {input} | {Q}', longdep_qa: '{input} {q}' }));
  const { samples, messages, wholeTokens } = await dataRun(task('shortdep_qa'), { dataDir, prompts: folder });
  expect(messages(samples[1]!)).toEqual([
    expect.stringMatching(/^A \{"b": 1\} Velm is a harbour[^]* \| Who drew the "three"\nbuildings\?\s*$/),
  ]);
  expect(samples[1]).toMatchObject({
    promptTokens: wholeTokens(samples[1]!),
    facts: { promptPack: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
  });
  const refusals = { longdep_qa: 'a placeholder {q} that is not known', shortdep_cloze: 'has no prompt for shortdep_cloze' };
  for (const [name, said] of Object.entries(refusals))
    await expect(dataRun(task(name), { dataDir, prompts: folder })).rejects.toMatchObject({
      message: expect.stringContaining(said) as string,
    });
  rmSync(folder, { recursive: true });
});
