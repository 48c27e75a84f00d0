import { expect, it } from 'vitest';
import { createMemoryLedger } from '../store/index.ts';
import { exampleRun, exampleSample } from '../testing/ledger-examples.ts';
import { deletedRuns, deleteRuns, removeRun, restoreRuns } from './deleted-runs.ts';

const MONDAY = '2026-02-02T08:00:00.000Z';
const TUESDAY = '2026-02-03T08:00:00.000Z';

async function ledgerOf(...ids: readonly string[]) {
  const ledger = createMemoryLedger();
  for (const id of ids) await ledger.createRun(exampleRun(id), [exampleSample('a')]);
  return { ledger, listed: async () => (await ledger.runs()).map(({ id }) => id).toSorted() };
}

it('deletes, restores and removes a run with its baselines, and no other', async () => {
  const all = ['r1', 'r1.floor', 'r1.note', 'r1.oracle', 'r2', 'r2.oracle', 'r3'];
  const { ledger, listed } = await ledgerOf(...all);
  await deleteRuns(ledger, ['r1', 'r3'], MONDAY);
  await deleteRuns(ledger, ['r2'], TUESDAY);
  expect(await listed()).toEqual(['r1.note']);
  expect((await deletedRuns(ledger)).map(({ run, ...rest }) => ({ run: run.id, ...rest }))).toEqual([
    { run: 'r2', baselines: ['oracle'], deletedAt: TUESDAY, halfRemoved: false },
    { run: 'r3', baselines: [], deletedAt: MONDAY, halfRemoved: false },
    { run: 'r1', baselines: ['oracle', 'lexical'], deletedAt: MONDAY, halfRemoved: false },
  ]);
  await removeRun(ledger, 'r1');
  await restoreRuns(ledger, ['r2', 'r3']);
  expect(await listed()).toEqual(['r1.note', 'r2', 'r2.oracle', 'r3']);
  expect(await deletedRuns(ledger)).toEqual([]);
});

it('refuses what is no run of its own, what is not deleted and what is not there, and changes nothing', async () => {
  const { ledger, listed } = await ledgerOf('r1', 'r1.oracle', 'r2');
  await expect(deleteRuns(ledger, ['r2', 'r1.oracle'], MONDAY)).rejects.toMatchObject({
    code: 'misuse',
    fix: expect.stringContaining('r1'),
  });
  await expect(deleteRuns(ledger, ['r2', 'none'], MONDAY)).rejects.toMatchObject({ code: 'missing' });
  await expect(removeRun(ledger, 'r1')).rejects.toMatchObject({ code: 'misuse' });
  await expect(restoreRuns(ledger, ['none'])).rejects.toMatchObject({ code: 'missing' });
  expect(await listed()).toEqual(['r1', 'r1.oracle', 'r2']);
});
