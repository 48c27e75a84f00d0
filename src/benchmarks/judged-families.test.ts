import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { JudgeError, ModelError, type Family, type Judge, type JsonObject, type Result, type Sample, type Task } from '../core/index.ts';
import { answered, dataRun } from '../datasets/data-run.fixture.ts';
import { detectiveqa } from './detectiveqa/index.ts';
import { lara } from './lara/index.ts';
import { levalFamily } from './leval/index.ts';
import { loogle } from './loogle/index.ts';

/** A judge that answers by rule and remembers what it was asked. */
function judgeOf(answer: (prompt: string) => string): Judge & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    model: 'fake/judge',
    asked,
    async ask(prompt) {
      asked.push(prompt);
      return { text: answer(prompt) };
    },
  };
}

const gone: Judge = { model: 'fake/judge', ask: () => Promise.reject(new ModelError('server', 'down')) };

async function firstOf(family: Family, name: string, options: JsonObject = {}): Promise<{ task: Task; sample: Sample; judged: number }> {
  const task = family.tasks.find(({ id }) => id === `${family.id}/${name}`)!;
  const dataDir = join(import.meta.dirname, family.id, 'fixtures');
  const [sample] = (await dataRun(task, { dataDir, ...options })).samples;
  return { task, sample: sample!, judged: task.judgeQuestions?.(sample!) ?? 0 };
}

async function scoreBy(judge: Judge, { task, sample }: { readonly task: Task; readonly sample: Sample }, reply: string) {
  const result: Result = await task.score(answered(reply), sample, { judge });
  if (result.status !== 'ok') throw new Error(result.detail);
  return result.score;
}

test('LaRA: the judge sees question, gold answer and answer, never the text; its verdict is the score', async () => {
  const made = await firstOf(lara, 'location');
  const judge = judgeOf(() => '{"correct": true}');
  expect(await scoreBy(judge, made, 'Twelve hundred')).toMatchObject({ value: 1, metric: 'judge/correct' });
  expect(judge.asked).toHaveLength(made.judged);
  expect(judge.asked[0]).toContain('What was the cash at the end of May?');
  expect(judge.asked[0]).toContain('$1,204.');
  expect(judge.asked[0]).not.toContain('Velm Boats, Inc.');
  const refused = await firstOf(lara, 'hallu');
  expect(
    await scoreBy(
      judgeOf(() => 'False'),
      refused,
      'Four',
    ),
  ).toMatchObject({ value: 0, metric: 'judge/not-mentioned' });
  await expect(
    scoreBy(
      judgeOf(() => 'Hm.'),
      made,
      'x',
    ),
  ).rejects.toThrow('no verdict in "Hm."');
  await expect(scoreBy(gone, made, 'x')).rejects.toThrow(JudgeError);
});

test('LooGLE: the judge’s part stands beside the automatic metrics, and is left out without a verdict', async () => {
  const made = await firstOf(loogle, 'shortdep_qa');
  const alone = (await made.task.score(answered('x'), made.sample, {})) as Extract<Result, { status: 'ok' }>;
  const score = await scoreBy(
    judgeOf(() => 'True'),
    made,
    'x',
  );
  expect(score).toEqual({ ...alone.score, parts: [{ metric: 'judge/correct', value: 1 }, ...alone.score.parts!] });
  expect(
    await scoreBy(
      judgeOf(() => 'Perhaps'),
      made,
      'x',
    ),
  ).toEqual(alone.score);
  const summary = await firstOf(loogle, 'longdep_summarization');
  expect(
    (
      await scoreBy(
        judgeOf(() => '{"score": 40}'),
        summary,
        'x',
      )
    ).parts![0],
  ).toEqual({ metric: 'judge/closeness', value: 0.4 });
  const cloze = await firstOf(loogle, 'shortdep_cloze');
  const unasked = judgeOf(() => 'True');
  await scoreBy(unasked, cloze, '{}');
  expect([cloze.judged, unasked.asked]).toEqual([0, []]);
  await expect(scoreBy(gone, made, 'x')).rejects.toThrow(JudgeError);
});

test('DetectiveQA: the share of the reference’s steps that the answer has stands beside the accuracy', async () => {
  const made = await firstOf(detectiveqa, 'human');
  const steps = (made.sample.facts as { readonly reasoning: readonly string[] }).reasoning;
  const judge = judgeOf(() => '{"covered": [1, 99]}');
  const score = await scoreBy(judge, made, 'The answer is A.');
  expect(score.parts![0]).toEqual({ metric: 'judge/steps', value: 1 / steps.length });
  expect(judge.asked[0]).toContain(`1. ${steps[0]}`);
  const row = { task: made.task.id, cell: made.sample.cell, result: { status: 'ok', score } } as const;
  const metrics = detectiveqa.aggregate([row], {}).map(({ metric }) => metric);
  expect(metrics.filter((metric) => metric.includes('judge'))).toEqual(['judge/steps']);
  await expect(scoreBy(gone, made, 'x')).rejects.toThrow(JudgeError);
});

test('L-Eval: both orders against the gold answer; a tie counts half; ROUGE’s geometric mean stays what it was', async () => {
  const made = await firstOf(levalFamily, 'gov_report_summ');
  const first = judgeOf(() => '{"better": "A"}');
  const score = await scoreBy(first, made, 'An answer');
  expect([first.asked.length, made.judged]).toEqual([2, 2]);
  expect(score.parts!.at(-1)).toEqual({ metric: 'judge/win-rate-vs-gold', value: 0.5 });
  expect(
    (
      await scoreBy(
        judgeOf(() => '[[C]]'),
        made,
        'x',
      )
    ).parts!.at(-1)!.value,
  ).toBe(0.5);
  const alone = (await made.task.score(answered('An answer'), made.sample, {})) as Extract<Result, { status: 'ok' }>;
  const numbers = (own: typeof score) =>
    levalFamily
      .aggregate([{ task: made.task.id, cell: {}, result: { status: 'ok', score: own } }], {})
      .filter(({ metric }) => !metric.includes('judge'));
  expect(numbers(score)).toEqual(numbers(alone.score));
});

test('L-Eval: answers on file are the rival, and questions that are left to judges are asked on demand', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-leval-'));
  const { sample: plain } = await firstOf(levalFamily, 'gov_report_summ');
  const row = { gt: plain.target, evaluation: 'rouge', other_pred: 'THE RIVAL' };
  await writeFile(join(folder, 'gov_report_summ.pred.jsonl'), JSON.stringify(row));
  const made = await firstOf(levalFamily, 'gov_report_summ', { against: folder });
  const judge = judgeOf((prompt) => `{"better": "${prompt.indexOf('THE RIVAL') < prompt.indexOf('MINE') ? 'B' : 'A'}"}`);
  expect((await scoreBy(judge, made, 'MINE')).parts!.at(-1)).toEqual({ metric: 'judge/win-rate', value: 1 });
  await expect(firstOf(levalFamily, 'gov_report_summ', { against: join(folder, 'none') })).rejects.toMatchObject({ code: 'missing' });
  await expect(firstOf(loogle, 'shortdep_qa', { against: folder })).rejects.toMatchObject({ code: 'misuse' });
  await rm(folder, { recursive: true });
  const task = levalFamily.tasks.find(({ id }) => id === 'leval/scientific_qa')!;
  const dataDir = join(import.meta.dirname, 'leval/fixtures');
  const { samples } = await dataRun(task, { dataDir, judged: true });
  const left = samples.filter(({ facts }) => (facts as JsonObject)['judged'] === true);
  expect(left.length).toBeGreaterThan(0);
  expect(
    await scoreBy(
      judgeOf(() => '[[C]]'),
      { task, sample: left[0]! },
      'x',
    ),
  ).toMatchObject({ value: 0.5, metric: 'judge/win-rate-vs-gold' });
  expect(() => task.score(answered('x'), left[0]!, {})).toThrow('not judged yet');
});
