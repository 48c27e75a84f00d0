import { describe, expect, test } from 'vitest';
import { createLexicalReader } from '../src/models/lexical/index.ts';
import { renderCsv, renderHtml, renderMarkdown, renderTerminal, runSummarySchema, type RunSummary } from '../src/report/index.ts';
import { openSqliteLedger } from '../src/store/index.ts';
import { createScriptedModel, memoryText, type LoopbackRequest } from '../src/testing/index.ts';
import { workplace } from './workplace.ts';

const { fathom, log, path, requests, serve } = workplace();

/** Twelve prompts of 4,000 tokens. */
const TWELVE = ['--lengths', '4k', '--depths', '0,50,100', '--repeats', '2', '--languages', 'en,zh', '--quiet', '--json'];
const single = (...more: readonly string[]) => ['run', 'needlebench/single-retrieval', ...TWELVE, ...more];

/** Answers as the reader without a language model does, from the prompt alone. */
const reader = createLexicalReader();
async function read({ prompt }: LoopbackRequest): Promise<string> {
  const source = memoryText(prompt.replace(/[^\n]*$/, ''));
  const request = { messages: [{ from: 'user' as const, blocks: [{ role: 'question' as const, source }] }], output: { maxTokens: 100 } };
  return (await reader.generate(request, { signal: new AbortController().signal })).text;
}

const summaryOf = (stdout: string) => runSummarySchema.parse(JSON.parse(stdout));
const baselinesOf = ({ baselines }: RunSummary) => Object.fromEntries(baselines.map((baseline) => [baseline.name, baseline]));

describe('baselines beside a run', () => {
  test('are asked on the same samples and set beside the score in every format', async () => {
    const model = await serve({ answer: read });
    const run = await fathom(single('--model', model, '--with', 'oracle,lexical,retrieval,closed-book'));
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const summary = summaryOf(run.stdout);
    expect(summary.baselines.map(({ name, run: id, strategy }) => [name, id, strategy])).toEqual([
      ['lexical', `${summary.run}.lexical`, 'direct'],
      ['retrieval', `${summary.run}.retrieval`, 'retrieval'],
      ['closed-book', `${summary.run}.closed-book`, 'closed-book'],
      ['oracle', `${summary.run}.oracle`, 'oracle'],
    ]);
    const { lexical, retrieval, oracle, ...rest } = baselinesOf(summary);
    for (const baseline of [lexical, retrieval, oracle]) expect(baseline!.tasks).toMatchObject([{ n: 12, missing: 0, mean: 1, beside: 1 }]);
    expect(rest['closed-book']!.tasks).toMatchObject([{ n: 12, mean: 0, difference: 1, flag: null }]);
    expect(retrieval!.tasks![0]!.flag).toBe('solved-by-search');
    expect(summary.scores[0]!.baselines!['closed-book']).toMatchObject({ mean: 0, n: 2 });

    // The server saw the whole context once, and of the others a part only.
    const asked = Map.groupBy(log(), ({ attemptId }) => /\.(.+?)\//.exec(attemptId!)?.[1] ?? 'direct');
    expect(Object.fromEntries([...asked].map(([name, entries]) => [name, entries.length]))).toEqual({
      direct: 12,
      retrieval: 12,
      'closed-book': 12,
      oracle: 12,
    });
    const bytes = (name: string) => asked.get(name)!.reduce((sum, entry) => sum + entry.bytes, 0);
    expect(bytes('retrieval')).toBeLessThan(0.75 * bytes('direct'));
    expect(bytes('oracle')).toBeLessThan(0.1 * bytes('direct'));
    expect(bytes('closed-book')).toBeLessThan(bytes('oracle'));

    const terminal = await renderTerminal(summary, { columns: 140, color: 'none' });
    const files = [await renderHtml(summary), renderMarkdown(summary), terminal];
    for (const file of files) expect(file).toMatch(/closed-book.*retrieval alone solves it/s);
    expect(renderCsv(summary).split('\r\n')[0]).toMatch(/lexical_mean,lexical_n,retrieval_mean,.*oracle_n$/);

    const runs = JSON.parse((await fathom(['runs', '--json'])).stdout) as { run: string }[];
    expect(runs.map(({ run: id }) => id)).toEqual([summary.run]);
    const compared = JSON.parse((await fathom(['compare', 'latest.closed-book', 'latest', '--json'])).stdout) as { overall: object };
    expect(compared.overall).toMatchObject({ n: 12, difference: 1 });
    const shown = await fathom(['show', 'latest', '--sample', 'needlebench/single-retrieval/en/4000/50/0']);
    expect(shown.stdout).toMatch(/baseline retrieval \(needle-0 in what was given.*baseline oracle/s);
  });

  test('killed among its baselines, a run goes on there: nothing recorded is asked again', async () => {
    const model = await serve({ latencyMs: 30 });
    const args = single('--model', model, '--with', 'closed-book,oracle', '--no-floor', '--concurrency', '2', '--store', 'killed');
    await fathom(args, { onStart: (child) => void requests(18).then(() => child.kill('SIGKILL')) });
    const before = log().length;
    expect(before).toBeLessThan(24);
    const ledger = await openSqliteLedger(path('killed/ledger.sqlite'));
    const run = (await ledger.runs()).find(({ id }) => !id.includes('.'))!;
    const recorded: string[] = [];
    for (const id of ['', '.closed-book', '.oracle'].map((end) => run.id + end))
      for await (const { sample, outcome } of ledger.rows(id)) if (outcome) recorded.push(`${id}/${sample.id}`);
    await ledger.close();
    expect(recorded.length).toBeGreaterThanOrEqual(12);

    const resumed = await fathom(['resume', '--store', 'killed', '--no-floor', '--json', '--quiet']);
    expect(resumed.code).toBe(0);
    const baselines = baselinesOf(summaryOf(resumed.stdout));
    for (const name of ['closed-book', 'oracle']) expect(baselines[name]).toMatchObject({ n: 12, missing: 0 });
    const again = log().slice(before);
    for (const { attemptId } of again) expect(recorded).not.toContain(attemptId!.replace(/\/\d+$/, ''));
    expect(log().length).toBeLessThanOrEqual(36 + 2);
  });

  test('Ctrl-C among the baselines stops there, says which, and a later sitting may add another', async () => {
    const model = await serve({ latencyMs: 50 });
    const args = single('--model', model, '--with', 'oracle', '--no-floor', '--concurrency', '2', '--store', 'stopped');
    const stopped = await fathom(
      args.filter((word) => word !== '--quiet'),
      { onStart: (child) => void requests(16).then(() => child.kill('SIGINT')) },
    );
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toMatch(/baseline oracle █.*The baseline oracle is incomplete: \d+ samples are left.*fathom resume/s);
    expect(summaryOf(stopped.stdout)).toMatchObject({ status: 'complete', overall: { n: 12 } });
    const resumed = await fathom(['resume', '--store', 'stopped', '--with', 'retrieval-2x50', '--no-floor', '--json', '--quiet']);
    expect(summaryOf(resumed.stdout).baselines.map(({ name, n }) => [name, n])).toEqual([
      ['retrieval-2x50', 12],
      ['oracle', 12],
    ]);
    expect(log()).toHaveLength(36);
  });

  test('a prompt that a baseline would not change is skipped with its reason, and the floor of an older ledger is its lexical baseline', async () => {
    const args = [
      'run',
      'needlebench/ancestral-trace',
      '--languages',
      'en',
      '--atc-needles',
      '2,512',
      '--repeats',
      '1',
      '--quiet',
      '--json',
    ];
    const model = await serve();
    const run = summaryOf((await fathom([...args, '--model', model, '--with', 'retrieval,oracle', '--store', 'trace'])).stdout);
    const { retrieval, oracle } = baselinesOf(run);
    expect(oracle).toMatchObject({ mean: null, tasks: [{ n: 0, missing: 0, skipped: [{ reason: 'same-prompt', count: 8 }] }] });
    expect(retrieval!.tasks).toMatchObject([{ n: 4, skipped: [{ reason: 'same-prompt', count: 4 }] }]);

    const ledger = await openSqliteLedger(path('trace/ledger.sqlite'));
    const record = (await ledger.runs()).find(({ id }) => id === run.run);
    await ledger.createRun({ ...record!, id: '20200101-000000-aaaa', createdAt: '2020-01-01T00:00:00.000Z' }, []);
    await ledger.createRun({ ...record!, id: '20200101-000000-aaaa.floor', createdAt: '2020-01-01T00:00:00.000Z' }, []);
    await ledger.close();
    expect(JSON.parse((await fathom(['runs', '--store', 'trace', '--json'])).stdout)).toHaveLength(2);
    expect((await fathom(['report', '20200101-000000-aaaa.lexical', '--store', 'trace', '--format', 'json'])).stdout).toContain(
      'aaaa.floor',
    );
  });

  test('the plan counts their prompts and tokens, and the library asks them too', async () => {
    const plan = await fathom([
      'plan',
      'needlebench/single-retrieval',
      '--lengths',
      '4k',
      '--depths',
      '0,100',
      '--repeats',
      '1',
      '--languages',
      'en',
      '--with',
      'lexical,oracle,closed-book,retrieval',
      '--json',
    ]);
    const { baselines } = JSON.parse(plan.stdout) as {
      baselines: { name: string; free: boolean; prompts: number; promptTokens: number }[];
    };
    expect(baselines.map(({ name, free, prompts }) => [name, free, prompts])).toEqual([
      ['lexical', true, 2],
      ['retrieval', false, 2],
      ['closed-book', false, 2],
      ['oracle', false, 2],
    ]);
    const tokens = baselines.map(({ promptTokens }) => promptTokens / 2);
    expect(tokens[0]).toBe(4000);
    expect(tokens[1]).toBeGreaterThan(2000);
    expect(tokens[1]).toBeLessThan(2200);
    expect(tokens[2]).toBeLessThan(tokens[3]!);
    expect(tokens[3]).toBeLessThan(200);
    const wrong = await fathom(single('--with', 'orakle'));
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('Did you mean oracle?')]);
    const { evaluate } = await import('../src/index.ts');
    const options = { lengths: [4000], depths: [50], repeats: 1, languages: ['en'] };
    const summary = await evaluate({
      benchmark: 'needlebench',
      tasks: ['needlebench/single-retrieval'],
      taskOptions: options,
      model: createScriptedModel(),
      baselines: ['oracle', 'retrieval'],
    });
    expect(summary.baselines.map(({ name, n }) => [name, n])).toEqual([
      ['retrieval', 1],
      ['oracle', 1],
    ]);
  });
});
