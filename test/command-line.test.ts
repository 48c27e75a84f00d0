import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { listEntrySchema } from '../src/cli/list-entry.ts';
import { shownSampleSchema } from '../src/cli/shown-sample.ts';
import { runSummarySchema, type RunSummary } from '../src/report/index.ts';
import { startLoopbackServer, type LoopbackOptions, type LoopbackServer } from '../src/testing/index.ts';
import { loadTokenizer } from '../src/text/index.ts';
import { fathom as start, type FathomOptions } from './fathom.ts';

let cwd: string;
beforeAll(() => (cwd = mkdtempSync(join(tmpdir(), 'fathom-cli-'))));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const fathom = (args: readonly string[], options: Partial<FathomOptions> = {}) => start(args, { cwd, ...options });
const file = (name: string, text: string | Uint8Array) => {
  writeFileSync(join(cwd, name), text);
  return name;
};

let server: LoopbackServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});
const serve = async (options: LoopbackOptions = {}) => {
  server = await startLoopbackServer(options);
  return `${server.url}/v1#mock-model`;
};

const SMALL = ['--lengths', '1k', '--depths', '0,50,100', '--repeats', '1', '--languages', 'en', '--quiet'];
const single = (...more: readonly string[]) => ['run', 'needlebench/single-retrieval', ...SMALL, ...more];

describe('looking around', () => {
  test('--version, --help and a command’s own help with examples', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(await fathom(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    const help = await fathom(['--help']);
    expect(help.code).toBe(0);
    for (const command of ['run', 'plan', 'resume', 'runs', 'show', 'list', 'report', 'compare', 'verify']) expect(help.stdout).toContain(`\n  ${command} `);
    expect((await fathom(['run', '--help'])).stdout).toContain('Examples:');
  });

  test('list --json keeps its schema', async () => {
    const { stdout, code } = await fathom(['list', '--json']);
    expect(code).toBe(0);
    const entries = listEntrySchema.array().parse(JSON.parse(stdout));
    expect(entries.map(({ id }) => id)).toEqual(['needlebench']);
    expect(entries[0]!.tasks).toEqual(
      ['single-retrieval', 'multi-retrieval', 'multi-reasoning', 'ancestral-trace', 'ancestral-trace-hard'].map((name) => `needlebench/${name}`),
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
    for (const { text, message, startChar, endChar } of shown.needles) expect(shown.messages[message]!.content.slice(startChar, endChar)).toBe(text);
    expect(shown.needles.map(({ depthPercent }) => Math.round(depthPercent / 10) * 10)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  });

  test('show marks needles for people, without colour in brackets', async () => {
    const { stdout } = await fathom(['show', 'needlebench/single-retrieval', '--length', '2k', '--depth', '40']);
    expect(stdout).toMatch(/⟦[^⟧]+\.⟧/);
    expect(stdout).toContain('characters …');
  });

  test('plan counts prompts, tokens and money, and sends nothing', async () => {
    const args = ['plan', 'needlebench/single-retrieval', '--lengths', '1k,4k', '--depths', '0,100', '--repeats', '2', '--input-usd', '2', '--output-usd', '8', '--json'];
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
    expect(summary).toMatchObject({ status: 'complete', model, strategy: 'direct', overall: { mean: 0, n: 3 }, usage: { promptTokens: 3000, calls: 3 } });
    expect(server!.log.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(readFileSync(join(cwd, 'out.html'), 'utf8')).toMatch(/^<!doctype html>/i);

    for (const format of ['html', 'svg', 'png', 'csv', 'json', 'md']) {
      expect(await fathom(['report', '-o', `report.${format}`])).toMatchObject({ code: 0, stderr: '' });
      expect(readFileSync(join(cwd, `report.${format}`)).length).toBeGreaterThan(200);
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
    const args = ['run', 'needlebench/single-retrieval', '--lengths', '1k', '--repeats', '2', '--concurrency', '2', '--model', model, '--json'];
    const stopped = await fathom(args, { onStart: (child) => void interruptAfter(4, () => child.kill('SIGINT')) });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain('fathom resume');
    const partial = JSON.parse(stopped.stdout) as RunSummary;
    expect(partial.status).toBe('incomplete');
    const asked = server!.log.length;
    const resumed = await fathom(['resume', partial.run, '--json', '--quiet']);
    expect(resumed.code).toBe(0);
    const whole = JSON.parse(resumed.stdout) as RunSummary;
    expect(whole).toMatchObject({ status: 'complete', pending: 0, overall: { n: 44 } });
    expect(asked).toBeLessThan(44);
    expect(server!.log).toHaveLength(44);
    expect(new Set(server!.log.map(({ promptSha256 }) => promptSha256)).size).toBe(44);
    const undisturbed = JSON.parse((await fathom([...args, '--quiet'])).stdout) as RunSummary;
    expect(undisturbed.scores).toEqual(whole.scores);
  });

  async function interruptAfter(requests: number, interrupt: () => void): Promise<void> {
    while ((server?.log.length ?? 0) < requests) await new Promise((resolve) => setTimeout(resolve, 5));
    interrupt();
  }

  test('a server that cuts prompts silently raises the alarm', async () => {
    const model = await serve({ contextTokens: 200, truncate: 'tail' });
    const { stdout, code } = await fathom(single('--model', model, '--json'));
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as RunSummary).alarms).toMatchObject([{ kind: 'input-cut', count: 3 }]);
  });

  test('a key goes to the server and nowhere else', async () => {
    const key = 'sk-planted-0123456789';
    const model = await serve({ requireKey: key });
    const done = await fathom(single('--model', model, '--html', 'key.html', '--store', 'keyed', '--json'), { env: { FATHOM_API_KEY: key } });
    expect(done.code).toBe(0);
    const written = [done.stdout, done.stderr, ...['key.html', 'keyed/ledger.sqlite'].map((name) => readFileSync(join(cwd, name), 'latin1'))];
    for (const text of written) expect(text).not.toContain(key);
  });

  test('the response cache answers a second run without asking', async () => {
    const model = await serve();
    const args = single('--model', model, '--cache', '--json', '--store', 'cached');
    await fathom(args);
    const again = JSON.parse((await fathom(args)).stdout) as RunSummary;
    expect(server!.log).toHaveLength(3);
    expect(again).toMatchObject({ status: 'complete', usage: { fromCache: 3, calls: 0 } });
  });
});

describe('bad input gives a clear error, an exit code, and loses nothing', () => {
  const refused = async (args: readonly string[], code: number, says: RegExp, options: Partial<FathomOptions> = {}) => {
    const done = await fathom(args, options);
    expect({ code: done.code, stderr: done.stderr }).toEqual({ code, stderr: expect.stringMatching(says) });
    expect(done.stderr).not.toMatch(/\n\s+at /);
    return done;
  };

  test.each([
    ['an unknown task', ['run', 'needlebnech'], 2, /Did you mean needlebench/],
    ['an unknown model', ['run', 'needlebench', '--model', 'opnai/gpt-5'], 2, /Did you mean openai\/gpt-5/],
    ['an unknown flag', ['run', 'needlebench', '--lenghts', '4k'], 2, /--lengths/],
    ['an unknown command', ['rnu'], 2, /Did you mean run/],
    ['an unknown tokenizer', single('--tokenizer', 'o200k-base'), 2, /o200k_base/],
    ['an unknown suite', ['run', 'needlebench', '--suite', '129k'], 2, /128k/],
    ['an unknown language', ['run', 'needlebench', '--languages', 'fr'], 2, /en.*zh/s],
    ['no length', ['run', 'needlebench', '--lengths', '4kk'], 2, /is no length/],
    ['an impossible depth', ['run', 'needlebench', '--depths', '0..200/50'], 2, /from 0 to 100/],
    ['an impossible length', ['run', 'needlebench/multi-retrieval', '--lengths', '60', '--repeats', '1'], 2, /too-short/],
    ['a missing key', ['run', 'needlebench', '--model', 'openai/gpt-5'], 3, /OPENAI_API_KEY/],
    ['a missing haystack', single('--haystack', 'nowhere.txt'), 3, /nowhere\.txt/],
    ['a run that is not there', ['resume', 'x', '--store', 'empty'], 3, /no run in this ledger/],
    ['a format that is not there', ['report', '--format', 'pdf'], 2, /html/],
  ] as const)('%s', async (_name, args, code, says) => {
    await refused(args, code, says);
  });

  test('haystacks that are empty, broken or too short', async () => {
    await refused(single('--haystack', file('empty.txt', '  \n\n')), 3, /empty\.txt/);
    await refused(single('--haystack', file('binary.txt', new Uint8Array([72, 105, 0xff, 0xfe, 10]))), 3, /binary\.txt.*UTF-8|UTF-8.*binary\.txt/s);
    await refused(single('--haystack', file('torn.jsonl', '{"text":"One line."}\n{"text":"torn')), 3, /torn\.jsonl:2/);
    await refused(single('--haystack', file('short.txt', 'Only a few words stand here. They end soon.')), 2, /corpus has \d+/);
  });

  test('a torn row in the official data names its line', async () => {
    file('needles.jsonl', '{"language":"English","needle":"a","retrieval_question":"b?","arg1":"c","arg2":"d"}\n{"language":"English","nee');
    await refused(single('--compat', '--data', '.'), 3, /needles\.jsonl:2/);
  });

  test('a dead server: said at once, and the run can go on later', async () => {
    const { url } = await startLoopbackServer().then(async (dead) => (await dead.close(), dead));
    const done = await refused(single('--model', `${url}/v1#gone`, '--max-attempts', '1', '--store', 'dead'), 3, /No answer from/);
    expect(done.stderr).toContain('fathom resume');
    const runs = JSON.parse((await fathom(['runs', '--json', '--store', 'dead'])).stdout) as { done: number; total: number }[];
    expect(runs).toMatchObject([{ done: 0, total: 3 }]);
  });

  test('a wrong key stops the run with everything pending', async () => {
    const model = await serve({ requireKey: 'right' });
    await refused(single('--model', model, '--store', 'locked'), 3, /401|key/i, { env: { FATHOM_API_KEY: 'wrong' } });
    const resumed = await fathom(['resume', '--store', 'locked', '--json', '--quiet'], { env: { FATHOM_API_KEY: 'right' } });
    expect(JSON.parse(resumed.stdout)).toMatchObject({ status: 'complete', overall: { n: 3 } });
  });

  test.skipIf(!existsSync('/dev/full'))('a full disk: the report says so and the run is safe (skipped where there is no /dev/full)', async () => {
    const model = await serve();
    await refused(single('--model', model, '--store', 'full', '--html', '/dev/full'), 3, /cannot be written.*safe in the ledger/s);
    expect(await fathom(['verify', '--store', 'full'])).toMatchObject({ code: 0 });
  });

  test('a ledger that is no database is left as it is', async () => {
    await fathom(['runs', '--store', 'broken']);
    file('broken/ledger.sqlite', 'this is no database, but somebody’s notes');
    await refused(['runs', '--store', 'broken'], 3, /database|ledger/i);
    expect(readFileSync(join(cwd, 'broken/ledger.sqlite'), 'utf8')).toContain('somebody’s notes');
  });

  test('a haystack that changed since the run is refused', async () => {
    const model = await serve({ latencyMs: 50 });
    const book = file('book.txt', 'The mill stood by the river. The wheel turned all day. '.repeat(200));
    const child = fathom(['run', 'needlebench/single-retrieval', '--lengths', '1k', '--repeats', '1', '--model', model, '--haystack', book, '--store', 'changed', '--concurrency', '1'], {
      onStart: (running) => void waitForRequest().then(() => running.kill('SIGINT')),
    });
    expect((await child).code).toBe(130);
    file('book.txt', 'Another text altogether. '.repeat(400));
    await refused(['resume', '--store', 'changed'], 3, /not the text that the run was made from/);
  });

  async function waitForRequest(): Promise<void> {
    while ((server?.log.length ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  }
});
