import { execFile, spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { runRecord } from '../src/report/testing/row.ts';
import { openSqliteLedger } from '../src/index.ts';
import { workplace } from './workplace.ts';

const { fathom, file, path } = workplace();

const BIN = fileURLToPath(new URL('../bin/fathom.js', import.meta.url));
/** A run as only an import from elsewhere could bring it. */
const HOSTILE = '2026 $(touch pwned) `touch pwned`;\'"\\&|<>*?{a,b}~!#=:é';

beforeAll(async () => {
  const ledger = await openSqliteLedger(path('ledger.sqlite'));
  await ledger.createRun(runRecord({ id: HOSTILE, model: 'http://localhost:1/v1#$(touch pwned)' }), []);
  await ledger.createRun(runRecord({ id: '2026\ntouch pwned\n', createdAt: '2026-02-01T00:00:00.000Z' }), []);
  await ledger.createRun(runRecord({ id: '20260131-142530-k3f9', createdAt: '2026-03-01T00:00:00.000Z' }), []);
  await ledger.close();
  file('fathom', `#!/bin/sh\nexec '${process.execPath}' '${BIN}' "$@"\n`);
  chmodSync(path('fathom'), 0o755);
  file('notes.txt', '');
});

/** Runs a script in a real shell that finds `fathom` and the ledger. */
async function shell(command: readonly [string, ...string[]], script: string, env: Readonly<Record<string, string>> = {}) {
  const [name, ...args] = command;
  const options = {
    cwd: path('.'),
    env: { PATH: `${path('.')}:${process.env['PATH']}`, HOME: path('.'), FATHOM_STORE: path('.'), LC_ALL: 'C.UTF-8', ...env },
  };
  return (await promisify(execFile)(name, [...args, script], options)).stdout;
}

const installed = (name: string) => spawnSync(name, ['--version']).status === 0;

describe.skipIf(!installed('bash'))('in bash (skipped where there is none)', () => {
  /** What bash would offer at the end of a line, and what it would read if the first offer was taken. */
  async function offers(line: string) {
    const script = String.raw`
      eval "$(fathom completion bash)"
      COMP_WORDBREAKS=$' \t\n"\'@><=;|&(:'
      COMP_POINT=${'$'}{#COMP_LINE}
      _fathom_complete
      printf '%s\0' "${'$'}{COMPREPLY[@]}"
      eval "set -- ${'$'}{COMPREPLY[0]}"
      printf '%s' "$1"`;
    const parts = (await shell(['bash', '--norc', '-c'], script, { COMP_LINE: line })).split('\0');
    return { words: parts.slice(0, -1), read: parts.at(-1) };
  }

  test.each([
    ['fathom ru', ['run', 'runs']],
    ['fathom run needlebench/s', ['needlebench/single-retrieval']],
    ['fathom run needlebench --tok', ['--tokenizer', '--tokens-in-flight']],
    ['fathom report --format h', ['html']],
    ['fathom run --order ca', ['cache']],
    ['fathom compare a b --format m', ['md']],
    ['fathom run --suite 12', ['128k']],
    ['fathom run --tokenizer=cl', ['cl100k_base']],
    ['fathom run --model open', ['openai/']],
    ['X=1 fathom resume 20260131', ['20260131-142530-k3f9']],
    ['fathom completion f', ['fish']],
    ['fathom run --lengths ', ['']],
    ['fathom nonsense ', ['']],
  ] as const)('%s', async (line, words) => {
    expect((await offers(line)).words).toEqual(words);
  });

  test('hostile run ids and models are quoted, never run, and go on from where the writer is', async () => {
    for (const line of ['fathom report 2026\\ ', 'fathom report 2026\\ \\$\\(touch\\ pwned\\)\\ \\`touch']) {
      const { words, read } = await offers(line);
      expect([words.length, read]).toEqual([1, HOSTILE]);
    }
    // Two good ones; the one that holds line feeds is left out.
    expect((await offers('fathom report 2026')).words).toHaveLength(2);
    expect((await offers('fathom run --model http://localhost:1')).read).toBe('1/v1#$(touch pwned)');
    expect((await offers('fathom report "$(touch pwned)')).words).toEqual(['']);
    expect((await offers('fathom report $(touch pwned)')).words).toEqual(['']);
    expect(existsSync(path('pwned'))).toBe(false);
  });
});

test.skipIf(!installed('zsh'))('in zsh, its own functions noted down (skipped where there is none)', async () => {
  const script = String.raw`
    compdef() { :; }
    compadd() { local -a all; all=("${'$'}{(@P)${'$'}{@[-1]}}"); printf '%s\0' "${'$'}{all[@]}"; }
    _files() { printf files; }
    eval "$(fathom completion zsh)"
    words=(fathom report '2026\ \$'); CURRENT=3; _fathom_complete
    words=(fathom report -o ''); CURRENT=4; _fathom_complete`;
  expect((await shell(['zsh', '-f', '-c'], script)).split('\0').filter((word) => word !== '')).toEqual([HOSTILE, 'files']);
  expect(existsSync(path('pwned'))).toBe(false);
});

test.skipIf(!installed('fish'))('in fish (skipped where there is none)', async () => {
  const script = `fathom completion fish | source
    complete -C 'fathom ru'
    complete -C 'fathom report 2026\\ '
    complete -C 'fathom report -o no'`;
  const lines = (await shell(['fish', '--no-config', '-c'], script)).trim().split('\n');
  expect(lines.map((line) => line.split('\t')[0])).toEqual(['run', 'runs', expect.stringContaining('touch'), 'notes.txt']);
  expect(existsSync(path('pwned'))).toBe(false);
});

test('another shell is misuse; completing makes no ledger and runs no config', async () => {
  expect(await fathom(['completion', 'fsh'])).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean') });
  file('fathom.config.mjs', 'import { writeFileSync } from "node:fs"; writeFileSync("ran", "");');
  expect((await fathom(['__complete', '--', 'report', ''])).stdout).toBe('');
  expect([existsSync(path('.fathom')), existsSync(path('ran'))]).toEqual([false, false]);
});
