import { join } from 'node:path';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, expect, test } from 'vitest';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import type { Corpus } from '../../core/index.ts';
import { longbenchV2 } from './index.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const [task] = longbenchV2.tasks;

test('a question has its text, its options and the form of the answer; marks in a text stay as they are', async () => {
  const { samples, messages, corpora, wholeTokens } = await dataRun(task!, { dataDir });
  expect(corpora).toHaveLength(1);
  expect(samples.map(({ id, target, cell }) => ({ id, target, cell }))).toMatchObject([
    { id: 'longbench-v2/direct/q1/0', target: 'B', cell: { difficulty: 'easy', words: 'short', domain: 'Single-Document QA' } },
    { id: 'longbench-v2/direct/q2/0', target: 'A', cell: { difficulty: 'hard', words: 'long' } },
  ]);
  const [prompt] = messages(samples[0]!);
  expect(prompt).toMatch(
    /he painted it green\. \$Q\$ \{input\}\n<\/text>[^]*Question: Who painted the boat\?\nOptions:\n\(A\) Ada\n[^]*\(D\) Nobody\n\n/,
  );
  expect(samples[0]!.promptTokens).toBe(wholeTokens(samples[0]!));
});

test('only the phrase names an option; accuracy is told by difficulty, length and domain', async () => {
  const { samples } = await dataRun(task!, { dataDir });
  const scores = [scored(task!, samples[0]!, '**The correct answer is (B)**'), scored(task!, samples[1]!, 'A')];
  expect(scores).toMatchObject([{ value: 1 }, { value: 0, errorClass: 'no-choice' }]);
  const rows = samples.map((sample, i) => ({ task: sample.task, cell: sample.cell, result: { status: 'ok' as const, score: scores[i]! } }));
  const values = Object.fromEntries(longbenchV2.aggregate(rows, {}).map(({ metric, value }) => [metric, value]));
  expect(values).toEqual({
    overall: 0.5,
    easy: 1,
    hard: 0,
    short: 1,
    medium: null,
    long: 0,
    'Single-Document QA': 0.5,
    compensated: 0.625,
  });
});

const folder = mkdtempSync(join(tmpdir(), 'fathom-v2-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a chain of thought is two calls: the text and room to reason, then the reasoning without the text', async () => {
  const { samples, skipped } = await dataRun(task!, { dataDir, variant: 'cot' });
  expect(skipped).toEqual([]);
  const [{ ask, longestStepTokens, promptTokens }] = [samples[0]!];
  if (ask.kind !== 'generate') throw new Error(ask.kind);
  expect(ask.steps.map(({ output }) => output.maxTokens)).toEqual([1024, 128]);
  const [first, second] = ask.steps.map(({ messages }) => messages.flatMap(({ blocks }) => blocks));
  expect(first!.filter(({ role }) => role === 'context')).toHaveLength(1);
  expect(second!.filter(({ role }) => role === 'context')).toEqual([]);
  expect(second!.flatMap(({ pieces }) => pieces)).toContainEqual({ reply: 0 });
  expect(longestStepTokens).toBeLessThan(promptTokens);
  // The reasoning may say anything; the second answer alone counts.
  const [right] = [scored(task!, samples[0]!, 'The correct answer is (A)?', 'The correct answer is (B)')];
  expect(right).toMatchObject({ value: 1 });
});

test('from memory there is no text; retrieved passages stand in the order of the text, rows without them are left out', async () => {
  const memory = await dataRun(task!, { dataDir, variant: 'no-context' });
  expect(memory.messages(memory.samples[0]!)[0]).not.toContain('he painted it green');
  const row = (JSON.parse(readFileSync(join(dataDir, 'data.json'), 'utf8')) as Record<string, unknown>[])[0]!;
  const found = [
    { c_idx: 7, content: 'later words' },
    { c_idx: 2, content: 'earlier words' },
  ];
  writeFileSync(
    join(folder, 'data.json'),
    JSON.stringify([
      { ...row, retrieved_context: found },
      { ...row, _id: 'q3' },
    ]),
  );
  const { samples, skipped, messages, corpora } = await dataRun(task!, { dataDir: folder, variant: 'rag' });
  expect(messages(samples[0]!)[0]).toContain('Passage 1: earlier words\n\nPassage 2: later words');
  expect(skipped.map((each) => each.skipped.reason)).toEqual(['no-passages']);
  const [{ digest, language, origin }] = corpora as [Corpus];
  expect(await longbenchV2.reopen!({ digest, language, origin })).toMatchObject({ digest });
});

test('a prompt pack takes the place of our wording, its digest is kept, and a wrong placeholder is told', async () => {
  writeFileSync(join(folder, '0shot.txt'), 'T: $DOC$ Q: $Q$ {x} {{y}} 1 $C_A$ 2 $C_B$ 3 $C_C$ 4 $C_D$');
  const { samples, messages } = await dataRun(task!, { dataDir, prompts: folder });
  expect(messages(samples[0]!)).toEqual([
    'T: Ada sold the blue boat to her brother, and he painted it green. $Q$ {input} Q: Who painted the boat? {x} {{y}} 1 Ada 2 Her brother 3 The keeper 4 Nobody',
  ]);
  expect(samples[0]!.facts).toMatchObject({ promptPack: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
  writeFileSync(join(folder, '0shot.txt'), '$DOC$ $Q$ $C_A$ $C_B$ $C_C$ $C_E$');
  await expect(dataRun(task!, { dataDir, prompts: folder })).rejects.toMatchObject({
    code: 'data',
    message: expect.stringContaining('a placeholder $C_E$ that is not known') as string,
  });
  await expect(dataRun(task!, { dataDir, prompts: join(folder, 'none') })).rejects.toMatchObject({ code: 'missing' });
  await expect(dataRun(task!, { dataDir, variant: 'cott' })).rejects.toMatchObject({ fix: 'Variants: direct, cot, no-context, rag.' });
});
