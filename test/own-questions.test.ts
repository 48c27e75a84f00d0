import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runSummarySchema, type RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, file, log, path, requests, serve } = workplace();

const ROWS = [
  { id: 'town', documents: './town.txt', question: 'In which town are lamps made?', expected: 'Orford', tags: 'towns' },
  {
    id: 'days',
    documents: ['./town.txt', 'A lamp may be returned within 30 days.'],
    question: 'How many days?',
    expected: 30,
    scorer: 'number',
  },
  { id: 'gate', documents: 'The gate is green.', question: 'Which colour has the gate?', expected: ['grey', 'blue'] },
];

function write(rows: readonly object[] = ROWS, town = 'Lamps are made in Orford.\n'): void {
  file('town.txt', town);
  file('questions.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'));
}

describe('own questions', () => {
  test('are asked, scored, reported and verified like any benchmark', async () => {
    write();
    const model = await serve({ answer: ({ prompt }) => prompt });
    const args = ['run', './questions.jsonl', '--model', model, '--quiet', '--json'];
    const run = await fathom(args);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const summary = runSummarySchema.parse(JSON.parse(run.stdout));
    expect(summary).toMatchObject({
      tasks: ['questions/questions'],
      overall: { mean: expect.closeTo(2 / 3, 9) as number, n: 3 },
      aggregates: [{ metric: 'overall' }, { metric: 'tag/towns', value: 1, n: 1 }],
      corpora: [{ origin: { kind: 'questions', path: path('questions.jsonl') } }],
    });
    expect(summary.worst).toMatchObject([
      { sampleId: 'questions/questions/gate/0', target: 'grey\nblue', why: 'contains: not grey | blue' },
    ]);
    expect(log()).toHaveLength(3);
    expect(await fathom(['verify'])).toMatchObject({ code: 0, stdout: expect.stringContaining('3 samples built again') as string });
  });

  test('are hidden in a haystack, planned, shown and compared', async () => {
    write();
    const model = await serve({ answer: ({ prompt }) => prompt });
    const args = ['run', './questions.jsonl', '--model', model, '--quiet', '--json', '--lengths', '1k', '--depths', '0,100', '--no-floor'];
    const hidden = JSON.parse((await fathom(args)).stdout) as RunSummary;
    expect(hidden).toMatchObject({ overall: { n: 6 }, usage: { promptTokens: 6000 } });
    expect(await fathom(['verify'])).toMatchObject({ code: 0, stdout: expect.stringContaining('6 samples built again') as string });
    const shown = await fathom(['show', 'questions.jsonl', '--set', 'ids=days']);
    expect(shown.stdout).toContain('⟦A lamp may be returned within 30 days.⟧');
    const planned = await fathom(['plan', 'questions.jsonl', '--lengths', '2k', '--json']);
    expect(JSON.parse(planned.stdout)).toMatchObject({ prompts: 15, promptTokens: 30_000 });
    const again = JSON.parse((await fathom(args)).stdout) as RunSummary;
    expect(JSON.parse((await fathom(['compare', hidden.run, again.run, '--json'])).stdout)).toMatchObject({
      overall: { n: 6, difference: 0 },
    });
  });

  test('a run that was stopped goes on; one whose files have changed is refused, and its report needs no file', async () => {
    write();
    const model = await serve({ latencyMs: 100, answer: ({ prompt }) => prompt });
    const store = ['--store', 'stopped'];
    const args = ['run', 'questions.jsonl', ...store, '--model', model, '--concurrency', '1', '--repeats', '3', '--no-floor', '--json'];
    const stopped = await fathom(args, { onStart: (child) => void requests(2).then(() => child.kill('SIGINT')) });
    expect(stopped.code).toBe(130);
    write(ROWS, 'Lamps are made in Luton.\n');
    for (const command of ['resume', 'verify']) {
      const refused = await fathom([command, ...store]);
      expect([refused.code, refused.stderr]).toEqual([3, expect.stringContaining('questions.jsonl, or a document that it names, is not')]);
    }
    write(ROWS.with(0, { ...ROWS[0]!, question: 'Where?' }));
    expect((await fathom(['resume', ...store])).code).toBe(3);
    write();
    const resumed = await fathom(['resume', ...store, '--quiet', '--no-floor', '--json']);
    expect(resumed.code).toBe(0);
    expect(JSON.parse(resumed.stdout)).toMatchObject({ status: 'complete', overall: { n: 9 } });
    expect(log()).toHaveLength(9);
    rmSync(path('questions.jsonl'));
    expect(await fathom(['report', ...store])).toMatchObject({ code: 0, stdout: expect.stringContaining('tag towns') as string });
  });

  test('a bad file is refused with its lines before anything is asked', async () => {
    write([{ question: 'Who?' }, { question: 'Who?', expected: 'me', documents: '../../../etc/nothing.txt' }]);
    const model = await serve();
    const refused = await fathom(['run', 'questions.jsonl', '--model', model]);
    expect(refused.code).toBe(3);
    expect(refused.stderr).toMatch(/questions\.jsonl:1: at expected.*questions\.jsonl:2: .*does not exist/s);
    expect((await fathom(['run', 'nowhere.jsonl'])).stderr).toContain('Cannot read the question file nowhere.jsonl');
    expect(log()).toHaveLength(0);
  });
});
