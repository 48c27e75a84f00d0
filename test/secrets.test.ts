import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workplace } from './workplace.ts';

const { fathom, file, path, requests, serve, single } = workplace();

const KEY = 'sk-planted-8f3c51d20e';
const REPORTS = ['terminal', 'svg', 'csv', 'json', 'md'];

/** Every file below a folder that holds the key, in any of its bytes. */
function filesWithKey(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return files.filter((name) => statSync(name).isFile() && readFileSync(name).includes(KEY));
}

describe('a planted key reaches the server and nothing else', () => {
  test.each([
    ['in an environment variable', ['--api-key-env', 'PLANTED'], { PLANTED: KEY }],
    ['in FATHOM_API_KEY', [], { FATHOM_API_KEY: KEY }],
    ['in a file', ['--api-key-file', 'planted.key'], {}],
    ['in a header', ['--header', `Authorization: Bearer ${KEY}`], {}],
  ] as const)('%s: ledger, log, output and report of a run', async (_name, flags, env) => {
    const model = await serve({ requireKey: KEY });
    file('planted.key', `${KEY}\n`);
    const done = await fathom(single('--model', model, '--store', 'keyed', '--html', 'report.html', ...flags), { env });
    expect(done.code).toBe(0);
    expect(done.stdout + done.stderr + readFileSync(path('report.html'), 'utf8')).not.toContain(KEY);
    expect(filesWithKey(path('keyed'))).toEqual([]);
  });

  test('of a run in every other form that it can take', async () => {
    const commands = [...REPORTS.map((format) => ['report', '--format', format]), ['runs', '--json'], ['export']];
    for (const command of commands) {
      const { code, stdout, stderr } = await fathom([...command, '--store', 'keyed']);
      expect([command, code, (stdout + stderr).includes(KEY)]).toEqual([command, 0, false]);
    }
  });

  test('of a run that was killed: the write-ahead log', async () => {
    const model = await serve({ requireKey: KEY, latencyMs: 20 });
    await fathom(['run', 'needlebench/single-retrieval', '--lengths', '1k', '--repeats', '1', '--model', model, '--store', 'killed'], {
      env: { FATHOM_API_KEY: KEY },
      onStart: (child) => void requests(8).then(() => child.kill('SIGKILL')),
    });
    expect(statSync(path('killed/ledger.sqlite-wal')).size).toBeGreaterThan(0);
    expect(filesWithKey(path('killed'))).toEqual([]);
  });

  test.each([
    ['a user name', (url: string) => ['--model', url.replace('://', `://${KEY}@`)]],
    ['a password', (url: string) => ['--model', url.replace('://', `://user:${KEY}@`)]],
    ['a query', (url: string) => ['--model', url.replace('/v1#', `/v1?api_key=${KEY}#`)]],
    [
      'the base URL of a provider',
      () => ['--model', 'openai/gpt-5', '--base-url', `https://user:${KEY}@example.invalid/v1`, '--api-key-env', 'OTHER'],
    ],
    ['a proxy', (url: string) => ['--model', url, '--proxy', `http://user:${KEY}@127.0.0.1:9`]],
    ['the extra body', (url: string) => ['--model', url, '--body', JSON.stringify({ api_key: KEY })]],
  ] as const)('in %s: refused before anything is written', async (name, flags) => {
    const url = await serve();
    const done = await fathom(single(...flags(url), '--store', `url-${name}`, '--max-attempts', '1'), { env: { OTHER: 'other-key' } });
    expect(done.code).toBe(2);
    expect(done.stdout + done.stderr).not.toContain(KEY);
    expect(filesWithKey(path('.'))).toEqual([path('planted.key')]);
  });
});
