import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startLoopbackServer } from '../src/testing/index.ts';
import { runSummarySchema, type RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, file, path, log, serve } = workplace();

const ROWS = [
  { id: 'town', documents: 'Lamps are made in Orford.', question: 'Where are lamps made?', expected: 'in Orford', scorer: 'judge' },
  { id: 'gate', documents: 'The gate is green.', question: 'Which colour has the gate?', expected: 'green', scorer: 'judge' },
  { id: 'rule', documents: 'The gate is green.', question: 'Which colour has the gate?', expected: 'green' },
];

const summaryOf = (stdout: string): RunSummary => runSummarySchema.parse(JSON.parse(stdout));

test('answers that a judge is needed for wait for it; its replies are asked for once and kept', async () => {
  file('questions.jsonl', ROWS.map((row) => JSON.stringify(row)).join('\n'));
  const model = await serve({ answer: ({ prompt }) => (prompt.includes('Lamps') ? 'That would be Orford.' : 'Green, I believe.') });
  const run = await fathom(['run', './questions.jsonl', '--model', model, '--quiet', '--json', '--no-floor']);
  const summary = summaryOf(run.stdout);
  expect([run.code, summary.overall]).toMatchObject([4, { mean: 1, n: 1, missing: 2 }]);
  const judge = await startLoopbackServer({ answer: ({ prompt }) => `Verdict: {"correct": ${prompt.includes('would be Orford')}}` });
  try {
    const name = `${judge.url}/v1#judge-model`;
    const judged = await fathom(['rescore', summary.run, '--judge', name]);
    expect(judged).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/Judge .*: 2 questions asked \(\d+ prompt tokens, \d+ answer tokens\), /) as string,
    });
    const report = summaryOf((await fathom(['report', 'latest', '--format', 'json'])).stdout);
    expect(report.overall).toMatchObject({ mean: expect.closeTo(2 / 3, 9) as number, n: 3, missing: 0 });
    expect(report.worst).toMatchObject([
      { sampleId: 'questions/questions/gate/0', why: expect.stringContaining(`judge ${name}`) as string },
    ]);
    expect(judge.log).toHaveLength(2);
    const again = await fathom(['rescore', 'latest']);
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('0 scores differ') as string });
    expect(judge.log).toHaveLength(2);
  } finally {
    await judge.close();
  }
  expect(log()).toHaveLength(3);
});

test('a model that judges itself is warned of, and a dry run asks nobody', async () => {
  file('questions.jsonl', JSON.stringify(ROWS[0]));
  const model = await serve({ answer: ({ prompt }) => (prompt.includes('grade') ? '{"correct": true}' : 'Orford') });
  await fathom(['run', './questions.jsonl', '--model', model, '--quiet', '--no-floor']);
  expect(await fathom(['rescore', '--judge', model])).toMatchObject({ code: 0, stderr: expect.stringContaining('its own') as string });
  expect(await fathom(['rescore', '--judge', model, '--dry-run'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('a dry run asks nothing') as string,
  });
});

const FIXTURES = join(import.meta.dirname, '../src/benchmarks');
const LARA = ['run', 'lara', '--data', join(FIXTURES, 'lara/fixtures'), '--quiet', '--no-floor', '--json'];

test('a run with a judge is scored by it as the answers come, and the report says by whom, with which prompts, and what it took', async () => {
  const model = await serve({ answer: () => 'It was $1,204.' });
  const judge = await startLoopbackServer({ answer: ({ prompt }) => `{"correct": ${prompt.includes('not answer')}}` });
  try {
    const name = `${judge.url}/v1#judge-model`;
    const run = await fathom([...LARA, '--model', model, '--judge', name, '--concurrency', '1']);
    expect(run.stderr).toBe('');
    const summary = summaryOf(run.stdout);
    expect([...new Set(summary.scores.filter(({ n }) => n > 0).map(({ metric }) => metric))].sort()).toEqual([
      'judge/correct',
      'judge/not-mentioned',
    ]);
    expect(summary.overall.label).toBe('Mean of the tasks (judge)');
    expect(summary.judge).toMatchObject({ models: [name], answers: judge.log.length, asked: judge.log.length, onRecord: 0 });
    expect(summary.judge!.prompts).toEqual([
      expect.stringMatching(/^correctness\/[0-9a-f]{16}$/) as string,
      expect.stringMatching(/^not-mentioned\/[0-9a-f]{16}$/) as string,
    ]);
    expect(summary.judge!.inputTokens).toBeGreaterThan(0);
    const asked = judge.log.length;
    const terminal = await fathom(['report', 'latest']);
    expect(terminal.stdout).toContain(`Judged by ${name} (prompts correctness/`);
    expect((await fathom(['plan', ...LARA.slice(1, 4), '--judge', name])).stdout).toContain(`Judge ${name}: at most ${asked} question`);
    expect(judge.log).toHaveLength(asked);
  } finally {
    await judge.close();
  }
});

test('a judge that refuses the key loses no answer: resume asks it again, and the model nothing', async () => {
  const model = await serve({ answer: () => 'It was $1,204.' });
  let isBroken = true;
  const judge = await startLoopbackServer({ answer: () => '{"correct": true}', fault: () => (isBroken ? { kind: 'auth' } : undefined) });
  try {
    const run = await fathom([...LARA, '--model', model, '--judge', `${judge.url}/v1#judge-model`]);
    const summary = summaryOf(run.stdout);
    const answers = log().length;
    expect(run).toMatchObject({ code: 4, stderr: expect.stringContaining(`${answers} answers wait for the judge`) as string });
    expect(run.stderr).toContain('cannot be asked');
    expect(summary.errors.every(({ reason }) => reason === 'judge-failed')).toBe(true);
    isBroken = false;
    const resumed = await fathom(['resume', summary.run, '--quiet', '--json']);
    expect(resumed).toMatchObject({ code: 0, stderr: '' });
    expect(log()).toHaveLength(answers);
    const after = summaryOf(resumed.stdout);
    expect(after).toMatchObject({
      status: 'complete',
      overall: { mean: 1, n: answers },
      errors: [],
      pending: 0,
      usage: { calls: answers, fromCache: 0 },
    });
    expect(after.judge).toMatchObject({ answers });
  } finally {
    await judge.close();
  }
});

test('a judge’s budget is a hard stop of its own, and needs prices', async () => {
  const model = await serve({ answer: () => 'It was $1,204.' });
  const judge = await startLoopbackServer({ answer: () => '{"correct": true}' });
  try {
    const name = `${judge.url}/v1#judge-model`;
    const asked = [...LARA, '--model', model, '--judge', name, '--judge-budget-usd', '0.000001'];
    expect(await fathom(asked)).toMatchObject({ code: 2, stderr: expect.stringContaining('prices of the judge') as string });
    file('prices.json', JSON.stringify({ models: { [name]: { input: 10, output: 10 } } }));
    const run = await fathom([...asked, '--prices', 'prices.json']);
    expect(run).toMatchObject({ code: 4, stderr: expect.stringContaining('could exceed the budget of the judge') as string });
    expect(judge.log).toHaveLength(0);
  } finally {
    await judge.close();
  }
});

test('an answer that stands in the thinking alone scores nothing, and the removal is told', async () => {
  file('questions.jsonl', JSON.stringify({ ...ROWS[1], scorer: 'contains' }));
  // A server that marks no thinking: the end of it alone is in the text.
  const model = await serve({ answer: () => 'It is green, is it not?</thinking>I do not know.' });
  const run = await fathom(['run', './questions.jsonl', '--model', model, '--quiet', '--json', '--no-floor']);
  expect(summaryOf(run.stdout)).toMatchObject({ overall: { mean: 0, n: 1 }, removedThinking: { answers: 1, chars: 34 } });
  expect((await fathom(['report', 'latest'])).stdout).toContain('Thinking was taken out of 1 answer before scoring (34 characters)');
});

test('stored predictions of LaRA are scored by a judge, kinds of documents weighing the same, and asked about once', async () => {
  mkdirSync(path('preds'));
  const row = (answer: string) => JSON.stringify({ question: 'How much?', prediction: answer, ground_truth: 'Four.' });
  file('preds/full_preds_m_32k_book_location.jsonl', [row('<think>no</think>Four'), row('Four!'), row('Five')].join('\n'));
  file('preds/full_preds_m_32k_paper_location.jsonl', row('Four it is'));
  file('preds/full_preds_m_32k_book_hallu.jsonl', row('Hm'));
  const judge = await startLoopbackServer({
    answer: ({ prompt }) => (prompt.includes('Hm') ? 'I cannot say' : `{"correct": ${!prompt.includes('Five')}}`),
  });
  const scored = async () => {
    const given = await fathom(['score', 'lara', '--predictions', 'preds', '--json', '--judge', `${judge.url}/v1#judge-model`]);
    const { scores, skipped, withThinking } = JSON.parse(given.stdout) as {
      scores: { task: string; value: number | null }[];
      skipped: unknown[];
      withThinking: number;
    };
    return {
      code: given.code,
      values: Object.fromEntries(scores.map(({ task, value }) => [task, value])),
      skipped: skipped.length,
      withThinking,
    };
  };
  try {
    const expected = {
      code: 0,
      values: {
        'full/32k': 83.33,
        'full/32k/location': 83.33,
        'full/32k/location/book': 66.67,
        'full/32k/location/paper': 100,
        'full/32k/hallu': null,
        'full/32k/hallu/book': null,
      },
      skipped: 1,
      withThinking: 1,
    };
    expect(await scored()).toEqual(expected);
    expect(await scored()).toEqual(expected);
    expect(judge.log).toHaveLength(5);
  } finally {
    await judge.close();
  }
  expect(await fathom(['score', 'leval', '--predictions', 'preds', '--judge', 'x/y'])).toMatchObject({ code: 2 });
});
