import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runSummarySchema } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom, log, path, serve } = workplace();

const FIXTURES = join(import.meta.dirname, '../src/benchmarks');
const json = (stdout: string) => runSummarySchema.parse(JSON.parse(stdout));

describe('benchmarks on data files', () => {
  test('L-Eval is asked, scored, shown, reported and verified; a file that changed since is refused', async () => {
    mkdirSync(path('data'), { recursive: true });
    for (const name of ['quality', 'sci_fi', 'gsm100', 'gov_report_summ'])
      copyFileSync(join(FIXTURES, `leval/fixtures/${name}.jsonl`), path(`data/${name}.jsonl`));
    const model = await serve({
      answer: ({ prompt }) => (prompt.includes('real world') ? 'False' : prompt.includes('True or False') ? 'True' : 'C'),
    });
    const run = await fathom(['run', 'leval', '--data', './data', '--model', model, '--quiet', '--json', '--no-floor']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const summary = json(run.stdout);
    expect(summary.corpora.map(({ origin }) => origin['kind'])).toEqual(['data', 'data', 'data', 'data']);
    const value = (metric: string) => summary.aggregates.find((each) => each.metric === metric)?.value;
    expect([value('quality'), value('sci_fi'), value('gsm100'), value('overall')]).toEqual([0.5, 1, 0, 0.5]);
    expect(log()).toHaveLength(6);
    expect(await fathom(['verify'])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 differences') as string });
    const shown = await fathom(['show', summary.run, '--sample', 'leval/quality/1/1/0']);
    expect(shown.stdout).toContain('The harbour of Velm was quiet.');
    const text = readFileSync(path('data/quality.jsonl'), 'utf8');
    writeFileSync(path('data/quality.jsonl'), text.replaceAll('harbour', 'haven'));
    expect(await fathom(['show', summary.run, '--sample', 'leval/quality/1/1/0'])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('not the text that the run was made from') as string,
    });
  });

  test('LongBench v2 reasons first and then names the option, and its prompts are built again', async () => {
    const model = await serve({
      answer: ({ prompt }) => (prompt.includes('I think it is B') ? 'The correct answer is (B)' : 'I think it is B'),
    });
    const data = join(FIXTURES, 'longbench-v2/fixtures');
    const args = ['run', 'longbench-v2', '--data', data, '--set', 'variant=cot', '--model', model, '--quiet', '--json', '--no-floor'];
    const run = await fathom(args);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { aggregates } = json(run.stdout);
    expect(aggregates.find(({ metric }) => metric === 'overall')).toMatchObject({ value: 0.5, n: 2 });
    expect(await fathom(['verify'])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 differences') as string });
  });

  test('all of them run together on one folder of data, and are built again byte for byte', async () => {
    const families = [
      'ada-leval',
      'detectiveqa',
      'lara',
      'longbench',
      'longbench-e',
      'longbench-v2',
      'longiclbench',
      'longins',
      'loogle',
      'lv-eval',
    ];
    for (const family of families)
      cpSync(join(FIXTURES, family.replace('longbench-e', 'longbench'), 'fixtures'), path('all'), { recursive: true });
    const run = await fathom(['run', ...families, '--data', './all', '--model', 'baseline/lexical', '--quiet', '--json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const summary = json(run.stdout);
    const headlines = summary.aggregates.filter(({ metric }) => metric === 'overall');
    expect(headlines.map(({ value }) => value === null)).toEqual(families.map(() => false));
    expect(await fathom(['verify'])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 differences') as string });
  });

  test('M4LE: its files, and prompts built from own texts and from none', async () => {
    const data = join(FIXTURES, 'm4le/fixtures');
    const flags = ['--model', 'baseline/lexical', '--repeats', '1', '--quiet', '--json'];
    const published = json((await fathom(['run', 'm4le', '--data', data, '--lengths', '400', ...flags])).stdout);
    const value = (summary: typeof published, metric: string) => summary.aggregates.find((each) => each.metric === metric);
    expect([value(published, 'overall')?.n, value(published, 'built-explicit-multiple')?.n]).toEqual([9, 1]);
    const built = json((await fathom(['run', 'm4le', '--lengths', '2k', ...flags])).stdout);
    expect(value(built, 'overall')).toMatchObject({ label: 'Mean of the built tasks', n: 20 });
    for (const { run } of [published, built])
      expect(await fathom(['verify', run])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 differences') as string });
  });

  test('LongICLBench and LongIns: built without any data', async () => {
    const flags = ['--model', 'baseline/lexical', '--repeats', '2', '--lengths', '2k', '--quiet', '--json'];
    for (const [family, label, n] of [
      ['longiclbench', 'Mean of the built tasks', 12],
      ['longins', 'Mean of the built modes', 12],
    ] as const) {
      const summary = json((await fathom(['run', family, ...flags])).stdout);
      expect(summary.aggregates[0]).toMatchObject({ metric: 'overall', label, n });
      expect(await fathom(['verify', summary.run])).toMatchObject({ code: 0, stdout: expect.stringContaining('0 differences') as string });
    }
  });

  test('without data, and with a broken row, the message says what to do', async () => {
    expect(await fathom(['run', 'leval'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--data DIR') as string });
    mkdirSync(path('broken'), { recursive: true });
    writeFileSync(path('broken/tpo.jsonl'), '{"input":"x","instructions":["a"],"outputs":[],"evaluation":"exam"}\n{"input":');
    expect(await fathom(['plan', 'leval/tpo', '--data', './broken'])).toMatchObject({
      stderr: expect.stringMatching(/broken\/tpo\.jsonl:1: instructions and outputs differ in number[^]*badRows=skip/) as string,
    });
    const plan = await fathom(['plan', 'leval/tpo', '--data', './broken', '--set', 'badRows=skip']);
    expect(plan.stderr).toContain('bad-row (2)');
  });
});
