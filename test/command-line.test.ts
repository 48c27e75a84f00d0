import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { familyIds } from '../src/benchmarks/index.ts';
import { listEntrySchema } from '../src/cli/list-entry.ts';
import { shownSampleSchema } from '../src/cli/shown-sample.ts';
import { runSummarySchema, type RunSummary } from '../src/report/index.ts';
import { loadTokenizer } from '../src/text/index.ts';
import { workplace } from './workplace.ts';

const { fathom, log, path, requests, restart, serve, single } = workplace();

describe('looking around', () => {
  test('--version, --help and a command’s own help with examples', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await fathom(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await fathom(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['run', 'plan', 'resume', 'runs', 'show', 'list', 'report', 'compare', 'verify'])
      expect(help.stdout).toContain(`\n  ${command} `);
    expect((await fathom(['run', '--help'])).stdout).toContain('Examples:');
  });

  test('list --json keeps its schema', async () => {
    const { stdout, code } = await fathom(['list', '--json']);
    expect(code).toBe(0);
    const entries = listEntrySchema.array().parse(JSON.parse(stdout));
    expect(entries.map(({ id }) => id)).toEqual(familyIds);
    expect(familyIds[0]).toBe('needlebench');
    expect(entries.filter(({ fidelity }) => Object.keys(fidelity).length === 0)).toEqual([]);
    expect(entries[0]!.tasks).toEqual(
      ['single-retrieval', 'multi-retrieval', 'multi-reasoning', 'ancestral-trace', 'ancestral-trace-hard'].map(
        (name) => `needlebench/${name}`,
      ),
    );
    expect(entries[0]!.fidelity).toEqual({ corrected: 'corrected', compat: 'exact, unproven here' });
  });

  test.each(['en', 'zh'])('show --json gives needles at their offsets and the exact length: %s', async (language) => {
    const { stdout, code } = await fathom(['show', 'needlebench/multi-retrieval', '--length', '4k', '--languages', language, '--json']);
    expect(code).toBe(0);
    const shown = shownSampleSchema.parse(JSON.parse(stdout));
    const tokenizer = await loadTokenizer(shown.tokenizer);
    expect(shown.messages.reduce((sum, { content }) => sum + tokenizer.count(content), 0)).toBe(4000);
    expect(shown.lengthTokens).toBe(4000);
    expect(shown.needles).toHaveLength(11);
    for (const { text, message, startChar, endChar } of shown.needles)
      expect(shown.messages[message]!.content.slice(startChar, endChar)).toBe(text);
    expect(shown.needles.map(({ depthPercent }) => Math.round(depthPercent / 10) * 10)).toEqual([
      0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100,
    ]);
  });

  test('show marks needles for people, without colour in brackets', async () => {
    const { stdout } = await fathom(['show', 'needlebench/single-retrieval', '--length', '2k', '--depth', '40']);
    expect(stdout).toMatch(/⟦[^⟧]+\.⟧/);
    expect(stdout).toContain('characters …');
  });

  test('plan counts prompts, tokens and money, and sends nothing', async () => {
    const args = [
      'plan',
      'needlebench/single-retrieval',
      '--lengths',
      '1k,4k',
      '--depths',
      '0,100',
      '--repeats',
      '2',
      '--input-usd',
      '2',
      '--output-usd',
      '8',
      '--json',
    ];
    const { stdout, code } = await fathom(args);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      prompts: 16,
      promptTokens: 40_000,
      maxPromptTokens: 4000,
      columns: [
        { askedTokens: 1000, prompts: 8, promptTokens: 8000 },
        { askedTokens: 4000, prompts: 8, promptTokens: 32_000 },
      ],
      money: { lowUsd: 0.08, highUsd: expect.closeTo(0.08 + (16 * 256 * 8) / 1e6, 9) },
    });
  });
});

describe('a run against a real server', () => {
  test('asks, scores, reports in every format, verifies', async () => {
    const model = await serve({ answer: ({ prompt }) => (prompt.length > 1000 ? 'I cannot find it.' : 'no') });
    const run = await fathom([...single('--model', model, '--html', 'out.html', '--json')]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const summary = runSummarySchema.parse(JSON.parse(run.stdout));
    expect(summary).toMatchObject({
      status: 'complete',
      model,
      strategy: 'direct',
      overall: { mean: 0, n: 3 },
      usage: { promptTokens: 3000, calls: 3 },
    });
    expect(summary.baselines).toMatchObject([{ name: 'lexical', mean: 1, n: 3 }]);
    expect(log().map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(readFileSync(path('out.html'), 'utf8')).toMatch(/^<!doctype html>/i);

    for (const format of ['html', 'svg', 'png', 'csv', 'json', 'md']) {
      expect(await fathom(['report', '-o', `report.${format}`])).toMatchObject({ code: 0, stderr: '' });
      expect(readFileSync(path(`report.${format}`)).length).toBeGreaterThan(200);
    }
    const terminal = await fathom(['report']);
    expect(terminal.stdout).toContain('single-retrieval');
    expect(terminal.stdout).not.toContain('\u001b[');
    expect(await fathom(['verify'])).toMatchObject({ code: 0, stdout: expect.stringContaining('3 samples built again') });
    const runs = JSON.parse((await fathom(['runs', '--json'])).stdout) as { run: string }[];
    const sample = await fathom(['show', runs[0]!.run, '--sample', 'needlebench/single-retrieval/en/1000/50/0']);
    expect(sample.stdout).toContain('I cannot find it.');
    const compared = await fathom(['compare', 'latest', runs[0]!.run, '--json']);
    expect(JSON.parse(compared.stdout)).toMatchObject({ overall: { n: 3, difference: 0 } });
  });

  test('Ctrl-C finishes what is in flight; resume asks only what is left and ends like an undisturbed run', async () => {
    const model = await serve({ latencyMs: 60, answer: ({ prompt }) => prompt.slice(-40) });
    const args = [
      'run',
      'needlebench/single-retrieval',
      '--lengths',
      '1k',
      '--repeats',
      '2',
      '--concurrency',
      '2',
      '--model',
      model,
      '--json',
    ];
    const stopped = await fathom(args, { onStart: (child) => void requests(4).then(() => child.kill('SIGINT')) });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('fathom resume');
    const partial = JSON.parse(stopped.stdout) as RunSummary;
    expect(partial.status).toBe('incomplete');
    const asked = log().length;
    const resumed = await fathom(['resume', partial.run, '--json', '--quiet']);
    expect(resumed.code).toBe(0);
    const whole = JSON.parse(resumed.stdout) as RunSummary;
    expect(whole).toMatchObject({ status: 'complete', pending: 0, overall: { n: 44 } });
    expect(asked).toBeLessThan(44);
    expect(log()).toHaveLength(44);
    expect(new Set(log().map(({ promptSha256 }) => promptSha256)).size).toBe(44);
    const undisturbed = JSON.parse((await fathom([...args, '--quiet'])).stdout) as RunSummary;
    expect(undisturbed.scores).toEqual(whole.scores);
  });

  test('a server that goes away in the middle: exit code 3 or 4, the reasons are kept, and a resume asks the rest', async () => {
    const model = await serve({ fault: (number) => (number > 3 ? { kind: '500' } : undefined) });
    const args = [
      'run',
      'needlebench/single-retrieval',
      '--lengths',
      '1k',
      '--repeats',
      '1',
      '--max-attempts',
      '1',
      '--quiet',
      '--json',
      '--model',
      model,
    ];
    const broken = await fathom([...args, '--store', 'outage']);
    expect(broken.code).toBe(3);
    expect(broken.stderr).toMatch(/samples in a row failed.*fathom resume/s);
    expect(JSON.parse(broken.stdout)).toMatchObject({ status: 'incomplete', overall: { n: 3 } });
    const port = new URL(model).port;
    await restart({ port: Number(port) });
    const whole = await fathom(['resume', '--store', 'outage', '--quiet', '--json']);
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.stdout)).toMatchObject({ status: 'complete', errors: [], overall: { n: 22 } });
    expect(log()).toHaveLength(19);
  });

  test('a second process on a run that is going on is refused, and nothing is asked twice', async () => {
    // Eleven seconds of work: however slow the machine is, the second process comes while the first one is at it.
    const model = await serve({ latencyMs: 1000 });
    const asked = ['needlebench/single-retrieval', '--lengths', '1k', '--repeats', '1', '--concurrency', '2', '--quiet', '--json'];
    const first = fathom(['run', ...asked, '--model', model, '--store', 'shared']);
    await requests(2);
    const second = await fathom(['resume', '--store', 'shared', '--quiet']);
    expect([second.code, second.stderr]).toEqual([2, expect.stringContaining('Another process')]);
    expect((await first).code).toBe(0);
    expect(log()).toHaveLength(22);
  });

  test('a server that cuts prompts silently raises the alarm', async () => {
    const model = await serve({ contextTokens: 200, truncate: 'tail' });
    const { stdout, code } = await fathom(single('--model', model, '--json'));
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as RunSummary).alarms).toMatchObject([{ kind: 'input-cut', count: 3 }]);
  });

  test('a key goes to the server and nowhere else', async () => {
    const key = 'sk-planted-0123456789';
    const model = await serve({ requireKey: key });
    const done = await fathom(single('--model', model, '--html', 'key.html', '--store', 'keyed', '--json'), {
      env: { FATHOM_API_KEY: key },
    });
    expect(done.code).toBe(0);
    const written = [done.stdout, done.stderr, ...['key.html', 'keyed/ledger.sqlite'].map((name) => readFileSync(path(name), 'latin1'))];
    for (const text of written) expect(text).not.toContain(key);
  });

  test('the response cache answers a second run without asking', async () => {
    const model = await serve();
    const args = single('--model', model, '--cache', '--json', '--store', 'cached');
    await fathom(args);
    const again = JSON.parse((await fathom(args)).stdout) as RunSummary;
    expect(log()).toHaveLength(3);
    expect(again).toMatchObject({ status: 'complete', usage: { fromCache: 3, calls: 0 } });
  });
});
