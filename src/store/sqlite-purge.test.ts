import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleOutcome, exampleRun, exampleSample } from '../testing/ledger-examples.ts';
import { openSqliteLedger } from './index.ts';

const SAMPLES = 3000;
const DELETED = '2026-02-02T08:00:00.000Z';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'fathom-purge-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A ledger with a deleted run r1 of many long answers and a small run r2. */
async function ledgerWithTrash(name: string) {
  const path = join(folder, name);
  const ledger = await openSqliteLedger(path);
  const ids = Array.from({ length: SAMPLES }, (_, i) => `s/${i}`);
  const trace = 'and so on '.repeat(300);
  for (const id of ['r1', 'r2'])
    await ledger.createRun(
      exampleRun(id),
      ids.map((sampleId) => exampleSample(sampleId)),
    );
  await Promise.all(ids.map((id) => ledger.record('r1', exampleOutcome(id, { trace }))));
  await ledger.trash(['r1'], DELETED);
  return { path, ledger };
}

const reopened = async (path: string) => {
  const db = new DatabaseSync(path);
  const integrity = db.prepare('PRAGMA integrity_check').get();
  const free = db.prepare('PRAGMA freelist_count').get();
  db.close();
  return { integrity, free };
};

describe('removing a run for good', () => {
  it('gives the space back, while others write', async () => {
    const { path, ledger } = await ledgerWithTrash('space.db');
    await ledger.close();
    const before = statSync(path).size;
    const [purging, writing] = await Promise.all([openSqliteLedger(path), openSqliteLedger(path)]);
    const isThere = () =>
      writing.counts('r1').then(
        () => true,
        () => false,
      );
    const writeMeanwhile = async () => {
      for (let n = 0; ; n += 1) {
        if (!(await isThere())) return n;
        await writing.record('r2', exampleOutcome(`s/${n}`));
      }
    };
    const [, written] = await Promise.all([purging.purge('r1'), writeMeanwhile()]);
    await Promise.all([purging.close(), writing.close()]);
    expect(written).toBeGreaterThan(3);
    expect(await reopened(path)).toEqual({ integrity: { integrity_check: 'ok' }, free: { freelist_count: 0 } });
    expect(statSync(path).size).toBeLessThan(before / 3);
    const ledger2 = await openSqliteLedger(path);
    expect(await ledger2.counts('r2')).toMatchObject({ total: SAMPLES, ok: written });
    await ledger2.close();
  });

  it('goes on where it broke off; half a run is never had back', async () => {
    const { path, ledger } = await ledgerWithTrash('broken-off.db');
    const before = await ledger.revision('r1');
    const work = ledger.purge('r1').then(
      () => 'removed',
      (error: unknown) => (error as Error).message,
    );
    while ((await ledger.counts('r1')).total === SAMPLES);
    await ledger.close();
    expect(await work).toBe('The run ledger was closed.');
    const again = await openSqliteLedger(path);
    expect(await again.trashed()).toEqual([{ run: exampleRun('r1'), trashedAt: DELETED, purging: true }]);
    expect((await again.counts('r1')).total).toBeLessThan(SAMPLES);
    expect(await again.revision('r1')).toBeGreaterThan(before);
    await expect(again.restore(['r1'])).rejects.toMatchObject({ code: 'storage', message: expect.stringContaining('half removed') });
    await expect(Array.fromAsync(again.rows('r1'))).rejects.toMatchObject({ code: 'missing' });
    await again.purge('r1');
    expect([await again.trashed(), (await again.runs()).map(({ id }) => id)]).toEqual([[], ['r2']]);
    await again.close();
  });
});
