import { existsSync, mkdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { defineConfig, type ConfigFlags } from '../src/index.ts';
import type { RunSummary } from '../src/report/index.ts';
import { workplace } from './workplace.ts';

const { fathom: run, file, path } = workplace();

/** A folder of its own, as a config file counts where the program runs. */
function folder(name: string, files: { readonly [name: string]: string }) {
  mkdirSync(path(name));
  for (const [each, content] of Object.entries(files)) file(`${name}/${each}`, content);
  return {
    fathom: (args: readonly string[], env: Readonly<Record<string, string>> = {}) => run(args, { cwd: path(name), env }),
    has: (each: string) => existsSync(path(`${name}/${each}`)),
  };
}

/** Rows of the table that `--explain` prints: flag → value and source. */
function rows(table: string): { readonly [flag: string]: string } {
  const cells = table.split('\n').map((line) => line.split('│').map((cell) => cell.trim()));
  return Object.fromEntries(cells.flatMap(([, flag, value, from]) => (from === undefined ? [] : [[flag!, `${value} < ${from}`]])));
}

describe('a config file', () => {
  const yaml = `
lengths: [1k, 2k]
depths: 0,100
repeats: 2
seed: 5
stream: false
store: from-config
max-tokens: 99
run: { depths: 50, repeats: 3, haystack: [en=a.txt, zh=b.txt], apiKeyEnv: MY_KEY }
plan: { input-usd: 2, outputUsd: 8 }
`;

  test('stands above the limits of a run that is resumed, which stay', async () => {
    const { fathom } = folder('resumed', { 'fathom.config.yaml': 'resume: { tpm: 7m }' });
    const limits = ['--rpm', '5000', '--tpm', '9m', '--concurrency', '2', '--order', 'fast', '--timeout', '77', '--no-floor'];
    const small = ['--lengths', '1k', '--depths', '0', '--languages', 'en', '--repeats', '1', '--quiet'];
    expect((await fathom(['run', 'needlebench/single-retrieval', ...small, ...limits])).code).toBe(0);
    const explained = await fathom(['resume', '--explain', '--concurrency', '3']);
    expect(rows(explained.stdout)).toMatchObject({
      rpm: '5000 < from the run',
      tpm: '7m < fathom.config.yaml:resume.tpm',
      concurrency: '3 < flag',
      order: 'fast < from the run',
      timeout: '77 < from the run',
      floor: 'false < from the run',
      'max-attempts': '– < not set',
    });
    const resumed = await fathom(['resume', '--json', '--quiet', '--no-config']);
    expect(JSON.parse(resumed.stdout)).toMatchObject({ baselines: [], options: { sitting: { rpm: '5000', floor: false } } });
    expect((await fathom(['verify'])).code).toBe(0);
  });

  test('fills flags: flag before environment before section before defaults, and --explain says which', async () => {
    const { fathom } = folder('order', { 'fathom.config.yaml': yaml });
    const explained = await fathom(['run', '--explain', '--repeats', '4', '--header', 'X-Key: sk-planted'], { FATHOM_STORE: 'from-env' });
    expect(explained).toMatchObject({ code: 0, stderr: '' });
    expect(explained.stdout).not.toContain('sk-planted');
    expect(rows(explained.stdout)).toMatchObject({
      repeats: '4 < flag',
      store: 'from-env < environment: FATHOM_STORE',
      depths: '50 < fathom.config.yaml:run.depths',
      haystack: 'en=a.txt, zh=b.txt < fathom.config.yaml:run.haystack',
      lengths: '1k,2k < fathom.config.yaml:lengths',
      seed: '5 < fathom.config.yaml:seed',
      'max-tokens': '99 < fathom.config.yaml:max-tokens',
      stream: 'false < fathom.config.yaml:stream',
      model: 'baseline/lexical < default',
      tokenizer: '– < not set',
      header: 'X-Key: … < flag',
    });
    const plan = JSON.parse((await fathom(['plan', 'needlebench/single-retrieval', '--json', '--languages', 'en'])).stdout) as object;
    expect(plan).toMatchObject({ prompts: 8, promptTokens: 12_000, maxAnswerTokens: 8 * 99, money: { lowUsd: 0.024 } });
    expect(rows((await fathom(['run', '--explain', '--no-config'])).stdout)).toMatchObject({ seed: '0 < default', lengths: '– < not set' });
    expect(rows((await fathom(['list', '--explain'])).stdout)).toMatchObject({ tag: '– < not set' });
    expect(rows((await fathom(['report', '--explain'])).stdout)).toMatchObject({ store: 'from-config < fathom.config.yaml:store' });
  });

  test('a script in TypeScript runs when a command does, and the run’s command repeats it without the config', async () => {
    const config = `
      import { writeFileSync } from 'node:fs';
      writeFileSync('ran', '');
      const lengths: readonly string[] = ['1k'];
      export default { lengths, depths: [0, 50], run: { repeats: 1, languages: 'en', quiet: true, floor: false } };`;
    const { fathom, has } = folder('script', { 'fathom.config.ts': config });
    await fathom(['--help']);
    await fathom(['run', '--help']);
    expect(has('ran')).toBe(false);
    const task = 'needlebench/single-retrieval';
    const first = JSON.parse((await fathom(['run', task, '--json'])).stdout) as RunSummary;
    expect([has('ran'), first.overall.n]).toEqual([true, 2]);
    expect(first.command).toBe(
      `fathom run ${task} --json --lengths=1k --depths=0,50 --repeats=1 --languages=en --quiet --no-floor --no-config`,
    );
    const again = JSON.parse((await fathom(first.command.split(' ').slice(1))).stdout) as RunSummary;
    expect(again.options['tasks']).toEqual(first.options['tasks']);
  });

  test('every name of the typed config is a flag', async () => {
    const flags = {
      model: 'mock/echo',
      lengths: '1k',
      suite: '4k',
      depths: 0,
      languages: ['en'],
      repeats: 1,
      haystack: 'a',
      tokenizer: 'words',
      seed: 1,
      maxTokens: 9,
      contextTokens: 9,
      baseUrl: 'http://a',
      temperature: 0,
      reasoningEffort: 'low',
      reasoningBudget: 9,
      apiKeyEnv: 'K',
      concurrency: 1,
      store: 's',
      stream: true,
    } satisfies Required<ConfigFlags>;
    const { fathom } = folder('typed', { 'fathom.config.json': JSON.stringify(defineConfig({ run: flags })) });
    const table = rows((await fathom(['run', '--explain'])).stdout);
    expect(Object.values(table).filter((row) => row.includes('fathom.config.json:run.'))).toHaveLength(Object.keys(flags).length);
  });
});

describe('a config file that is wrong says where and why', () => {
  test.each([
    ['an unknown name', { 'fathom.config.yaml': 'lenghts: 4k' }, 2, /no setting "lenghts".*Did you mean lengths/s],
    ['an unknown name in another section', { 'fathom.config.yaml': 'plan: { store: x }' }, 2, /no setting "plan\.store"/],
    ['an unknown section', { 'fathom.config.yaml': 'rnu: { seed: 1 }' }, 2, /no section "rnu".*Did you mean run/s],
    ['a key', { 'fathom.config.yaml': 'run: { apiKey: sk-planted }' }, 2, /"apiKey" would keep a secret.*apiKeyEnv/s],
    ['a header', { 'fathom.config.json': '{"header": ["X-Key: sk-planted"]}' }, 2, /"header" would keep a secret/],
    ['text for a switch', { 'fathom.config.yaml': 'json: sometimes' }, 2, /"json" is a switch/],
    ['a switch for a value', { 'fathom.config.yaml': 'lengths: true' }, 2, /"lengths" takes a value/],
    ['nothing for a value', { 'fathom.config.yaml': 'lengths:' }, 2, /"lengths" is neither text/],
    ['a value that the flag refuses', { 'fathom.config.yaml': 'repeats: many' }, 2, /"many" is no number of repeats/],
    ['two files', { 'fathom.config.yaml': '', 'fathom.config.json': '{}' }, 2, /2 config files.*--config FILE/s],
    ['broken YAML', { 'fathom.config.yml': 'a: [1' }, 3, /fathom\.config\.yml cannot be read/],
    [
      'a script that throws',
      { 'fathom.config.mjs': 'throw new Error("no such team")' },
      3,
      /fathom\.config\.mjs cannot be read: no such team/,
    ],
    ['a script without a default', { 'fathom.config.js': 'export const a = 1' }, 3, /no default export/],
  ] as const)('%s', async (name, files, code, says) => {
    const { fathom } = folder(name.replaceAll(' ', '-'), files);
    const done = await fathom(['plan', 'needlebench/single-retrieval', '--lengths', '1k']);
    expect({ code: done.code, stderr: done.stderr }).toEqual({ code, stderr: expect.stringMatching(says) });
    expect(done.stderr).not.toMatch(/sk-planted|\n\s+at /);
  });

  test('a file that is named is read, and one that is not there is missed', async () => {
    const { fathom } = folder('named', { 'other.yaml': 'seed: 7', 'fathom.config.yaml': 'seed: 8' });
    expect(rows((await fathom(['run', '--explain', '--config', 'other.yaml'])).stdout)).toMatchObject({ seed: '7 < other.yaml:seed' });
    expect((await fathom(['run', '--explain', '--config', 'gone.yaml'])).code).toBe(3);
    expect((await fathom(['run', '--explain', '--config', 'other.toml'])).code).toBe(2);
  });
});
