import { expect, test } from 'vitest';
import { startLoopbackServer } from '../src/testing/index.ts';
import { runSummarySchema, type RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, file, log, serve } = workplace();

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
