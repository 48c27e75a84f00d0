import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
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
  expect(values).toEqual({ overall: 0.5, easy: 1, hard: 0, short: 1, medium: null, long: 0, 'Single-Document QA': 0.5 });
});
