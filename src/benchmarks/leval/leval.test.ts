import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ScoredRow } from '../../core/index.ts';
import { dataRun, scored } from '../../datasets/data-run.fixture.ts';
import { levalFamily } from './index.ts';

const dataDir = join(import.meta.dirname, 'fixtures');
const task = (name: string) => levalFamily.tasks.find(({ id }) => id === `leval/${name}`)!;

test('every published task is there; a file that is not is told, and questions for judges too', async () => {
  const runs = await Promise.all(levalFamily.tasks.map((each) => dataRun(each, { dataDir })));
  expect(runs.map(({ samples, skipped }) => samples.length + skipped.length)).toEqual(
    runs.map((_, i) => ({ quality: 2, topic_retrieval_longchat: 3, scientific_qa: 2 })[levalFamily.tasks[i]!.id.slice(6)] ?? 1),
  );
  const skipped = runs.flatMap((each) => each.skipped).map(({ id, skipped: { reason } }) => `${id} ${reason}`);
  expect(skipped).toContain('leval/scientific_qa/2/1 judge');
  expect(skipped).toContain('leval/codeU/data no-data');
  expect(skipped).toHaveLength(15);
});

test('one document is quoted by all of its questions, and the prompt has the published layout', async () => {
  const { samples, messages, corpora, wholeTokens } = await dataRun(task('quality'), { dataDir });
  expect(corpora).toHaveLength(1);
  expect(corpora[0]!.origin).toEqual({ kind: 'data', family: 'leval', path: join(dataDir, 'quality.jsonl'), badRows: 'fail' });
  const [system, user] = messages(samples[0]!);
  expect(system).toContain('letter');
  expect(user).toMatch(/^The harbour of Velm [^]*Who painted the boat green\?[^]*\(D\) Nobody\n\n[^\n]*\nAnswer:$/);
  expect(samples.map(({ id, promptTokens, cluster }) => ({ id, promptTokens, cluster }))).toEqual(
    samples.map((sample, i) => ({
      id: `leval/quality/1/${i + 1}/0`,
      promptTokens: wholeTokens(sample),
      cluster: 'leval/quality/document/0',
    })),
  );
  expect(JSON.stringify(samples[0]!.ask)).not.toContain('harbour');
  expect(samples[0]!.ask).toMatchObject({ steps: [{ output: { maxTokens: 512 } }], fit: { policy: 'truncate', droppedTokens: 0 } });
});

test('open tasks are told a length, a statement is judged twice, arithmetic has no cue', async () => {
  const of = async (name: string) => {
    const { samples, messages } = await dataRun(task(name), { dataDir });
    return messages(samples[0]!);
  };
  expect((await of('gov_report_summ'))[1]).toContain('Write about 5 words.');
  const [, first, , second] = await of('sci_fi');
  expect(first).toContain('based on the world described in the document');
  expect(second).toContain('The moon has an ocean, True or False? Answer this question based on what is known of the real world');
  expect((await of('gsm100'))[1]).toMatch(/\n\nQuestion: A crate holds 6 lamps[^]*step by step$/);
});

test('replies are scored as published, with their parts', async () => {
  const first = async (name: string) => (await dataRun(task(name), { dataDir })).samples[0]!;
  expect(scored(task('quality'), await first('quality'), 'C')).toMatchObject({ value: 1, metric: 'exam', mode: 'corrected' });
  expect(scored(task('quality'), await first('quality'), 'Ada sold it').value).toBe(0);
  const { parts, value } = scored(task('sci_fi'), await first('sci_fi'), 'True', 'True');
  expect({ parts, value }).toEqual({
    value: 0.5,
    parts: [
      { metric: 'loyalty', value: 1 },
      { metric: 'fact', value: 0 },
    ],
  });
  expect(scored(task('gsm100'), await first('gsm100'), '6 × 7 = 42\nThe answer is 42').value).toBe(1);
  expect(scored(task('scientific_qa'), await first('scientific_qa'), 'a copper wire').value).toBe(1);
  expect(scored(task('gov_report_summ'), await first('gov_report_summ'), 'The bridge of the town').parts).toHaveLength(2);
  for (const each of levalFamily.tasks) expect([0, 0.25, 0.5, 1]).toContain(scored(each, await first('quality')).value);
});

test('the headline is the mean of the exam tasks, each weighing the same', () => {
  const row = (name: string, value: number): ScoredRow => ({
    task: `leval/${name}`,
    cell: {},
    result: { status: 'ok', score: { value, mode: 'corrected', metric: 'exam' } },
  });
  const rows = [row('tpo', 1), row('tpo', 1), row('tpo', 1), row('quality', 0), row('natural_question', 0.25)];
  const overall = (some: readonly ScoredRow[]) => levalFamily.aggregate(some, {})[0];
  expect(overall(rows)).toMatchObject({ metric: 'overall', value: 0.5, n: 4 });
  expect(overall(rows.slice(4))).toMatchObject({ metric: 'overall', value: 0.25, n: 1 });
  expect(overall([])).toMatchObject({ value: null, n: 0 });
});

const shared = ['../shared/data/leval/data', '../../shared/data/leval/data'].find((path) => existsSync(path));
describe.skipIf(shared === undefined)('the official files (skipped: ../shared/data is absent)', () => {
  test('every question of them is asked or told, and long documents are cut to the length', async () => {
    const options = { dataDir: shared!, lengths: [4000] };
    const runs = await Promise.all(['tpo', 'quality', 'sci_fi', 'natural_question'].map((name) => dataRun(task(name), options)));
    expect(runs.map(({ samples, skipped }) => [samples.length, skipped.length])).toEqual([
      [269, 0],
      [202, 0],
      [64, 0],
      [104, 5],
    ]);
    for (const { samples } of runs)
      for (const sample of samples) expect(sample.longestStepTokens ?? sample.promptTokens).toBeLessThanOrEqual(4000);
    const dropped = runs.map(({ samples: [sample] }) => sample!.ask.kind === 'generate' && sample!.ask.fit);
    expect(dropped[3]).toMatchObject({ variant: 'right-words-loop', on: 'prompt', droppedTokens: expect.any(Number) as number });
    expect((dropped[3] as { droppedTokens: number }).droppedTokens).toBeGreaterThan(20_000);
  });
});
