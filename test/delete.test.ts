import type { ChildProcess } from 'node:child_process';
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSqliteLedger } from '../src/index.ts';
import { lockRun } from '../src/cli/run-lock.ts';
import { runRecord } from '../src/report/testing/row.ts';
import { workplace } from './workplace.ts';

const { fathom, path, requests, serve, single } = workplace();

/** Ids as `fathom runs --json` lists them. */
const listed = async (...args: readonly string[]) =>
  (JSON.parse((await fathom(['runs', '--json', ...args])).stdout) as { run: string }[]).map(({ run }) => run);

/** Adds runs without samples to a ledger. */
async function addRuns(store: string, ids: readonly string[]): Promise<void> {
  const ledger = await openSqliteLedger(path(`${store}/ledger.sqlite`));
  for (const id of ids) await ledger.createRun(runRecord({ id }), []);
  await ledger.close();
}

describe('a run is deleted', () => {
  const store = ['--store', 'undo'];
  const old = '20200101-000000-aaaa';
  let gone = '';
  const exported = async () => (await fathom(['export', gone, ...store])).stdout;

  test('and had back as it was, baseline and all', async () => {
    const run = await fathom(single('--model', await serve(), ...store, '--json'));
    gone = (JSON.parse(run.stdout) as { run: string }).run;
    await addRuns('undo', [old]);
    const before = await exported();
    expect(await fathom(['delete', gone, ...store])).toEqual({
      code: 0,
      stdout: `Run ${gone} is deleted with its baseline lexical. Bring it back: fathom restore ${gone}\n`,
      stderr: '',
    });
    expect([await listed(...store), await listed('--deleted', ...store)]).toEqual([[old], [gone]]);
    expect(await fathom(['restore', 'latest', ...store])).toEqual({
      code: 0,
      stdout: `Run ${gone} is back: fathom report ${gone}\n`,
      stderr: '',
    });
    expect(await exported()).toBe(before);
  });

  test('and every command that is asked for it says how to have it back', async () => {
    await fathom(['export', gone, '-o', 'gone.jsonl', ...store]);
    expect(JSON.parse((await fathom(['delete', gone, '--json', ...store])).stdout)).toEqual([
      { run: gone, baselines: ['lexical'], deletedAt: expect.stringMatching(/^2\d{3}-.*Z$/) },
    ]);
    const asking = [
      ['report', gone],
      ['export', old, gone],
      ['compare', old, gone],
      ['resume', gone],
      ['delete', `${gone}.lexical`],
    ];
    for (const args of asking)
      expect(await fathom([...args, ...store])).toEqual({
        code: 3,
        stdout: '',
        stderr: `fathom: The run ${gone} is deleted.\n  Have it back: fathom restore ${gone}\n`,
      });
    expect(await fathom(['import', 'gone.jsonl', ...store])).toMatchObject({ code: 3, stderr: expect.stringContaining('fathom restore') });
    expect((await fathom(['runs', '--deleted', ...store])).stdout).toMatch(new RegExp(`${gone}.* 2\\d{3}-\\d\\d-\\d\\d .* 3/3`));
    expect((await fathom(['__complete', '--', 'restore', ...store, ''])).stdout).toMatch(new RegExp(`^latest.*\n${gone}.*\n$`));
    expect((await fathom(['__complete', '--', 'delete', ...store, ''])).stdout).not.toContain(gone);
  });

  test('for good: only on a yes, and the id is free again', async () => {
    const large = statSync(path('undo/ledger.sqlite')).size;
    expect(await fathom(['delete', gone, '--now', ...store])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`This would remove the run ${gone} with 3 scored answers for good.`),
    });
    expect(await listed('--deleted', ...store)).toEqual([gone]);
    const removed = await fathom(['delete', gone, old, '--now', '--yes', ...store]);
    expect(removed).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Run ${gone} is removed for good with its baseline lexical.`),
    });
    expect([await listed(...store), await listed('--deleted', ...store)]).toEqual([[], []]);
    expect(statSync(path('undo/ledger.sqlite')).size).toBeLessThan(large);
    expect(await fathom(['import', 'gone.jsonl', ...store])).toMatchObject({ code: 0 });
    expect(await listed(...store)).toEqual([gone]);
  });
});

test('a run that a process is working on is not deleted', async () => {
  let child: ChildProcess | undefined;
  const model = await serve({ fault: () => ({ kind: 'hang' }) });
  const running = fathom(single('--model', model, '--store', 'busy', '--no-floor'), { onStart: (process) => (child = process) });
  await requests(1);
  const refused = await fathom(['delete', 'latest', '--store', 'busy']);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/^fathom: Another process is working on run/) });
  child!.kill('SIGTERM');
  expect(await running).toMatchObject({ code: 130 });
  expect(await fathom(['delete', 'latest', '--store', 'busy'])).toMatchObject({ code: 0 });
  expect(await fathom(['report', '--store', 'busy'])).toMatchObject({ code: 3, stderr: expect.stringContaining('fathom restore') });
});

test('of several runs all are deleted, or none', async () => {
  const [one, two] = ['2026-a', '2026-b'];
  await addRuns('several', [one, two, `${two}.oracle`]);
  const release = lockRun(path('several'), two);
  expect(await fathom(['delete', one, two, '--store', 'several'])).toMatchObject({ code: 2 });
  release();
  for (const [names, says] of [
    [[one, 'nothing'], /no run "nothing"/],
    [[''], /no run ""/],
    [[`${two}.oracle`], /no baseline is deleted without its run/],
    [['2'], /begins the ids of 2 runs/],
  ] as const)
    expect(await fathom(['delete', ...names, '--store', 'several'])).toMatchObject({ code: 2, stderr: expect.stringMatching(says) });
  expect(await fathom(['restore', one, '--store', 'several'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is not deleted'),
  });
  expect(await listed('--store', 'several')).toEqual([two, one]);
  await fathom(['delete', one, one, '--store', 'several']);
  const mixed = await fathom(['delete', '2026', '--now', '--yes', '--store', 'several']);
  expect(mixed).toMatchObject({ code: 2, stderr: expect.stringContaining('begins the ids of deleted and of other runs') });
  expect([await listed('--store', 'several'), await listed('--deleted', '--store', 'several')]).toEqual([[two], [one]]);
});
