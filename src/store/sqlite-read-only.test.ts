import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleOutcome, exampleRun, exampleSample } from '../testing/ledger-examples.ts';
import { openSqliteLedger } from './open-sqlite-ledger.ts';
import { LEDGER_MIGRATIONS } from './sqlite-schema.ts';

const READER = fileURLToPath(new URL('./ledger-reader.fixture.ts', import.meta.url));
const V1 = readFileSync(new URL('./ledger-v1.fixture.sql', import.meta.url), 'utf8');
/** `root` may write everything, so its tests read as `nobody`. */
const READER_ID = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fathom-read-only-'));
  chmodSync(root, 0o755);
});
afterAll(() => {
  for (const name of readdirSync(root)) chmodSync(join(root, name), 0o755);
  rmSync(root, { recursive: true, force: true });
});

function folder(name: string): string {
  mkdirSync(join(root, name));
  return join(root, name, 'ledger.sqlite');
}

/** Takes write permission from a ledger and, when asked, from its folder; then reads it in a process that may not write. */
async function readUnwritable(path: string, { folderToo }: { readonly folderToo: boolean }): Promise<unknown> {
  const dir = join(path, '..');
  for (const name of readdirSync(dir)) chmodSync(join(dir, name), 0o444);
  chmodSync(dir, folderToo ? 0o555 : 0o777);
  const { stdout } = await promisify(execFile)(process.execPath, [READER, path], { ...READER_ID, env: { SQLITE_TMPDIR: '/tmp' } });
  return JSON.parse(stdout);
}

const unwritable = (path: string, why: string) => `The run ledger ${path} ${why}.`;

describe.skipIf(process.platform === 'win32')('a ledger that cannot be written (skipped on Windows, which has other permissions)', () => {
  it.each([true, false])('is read where the folder is protected too: %s', async (folderToo) => {
    const path = folder(`closed-${folderToo}`);
    const ledger = await openSqliteLedger(path);
    await ledger.createRun(exampleRun('r1'), [exampleSample('s/0'), exampleSample('s/1')]);
    await ledger.record('r1', exampleOutcome('s/0'));
    await ledger.close();
    const before = readFileSync(path);
    expect(await readUnwritable(path, { folderToo })).toEqual({
      refused: expect.stringContaining('cannot be'),
      results: ['ok', null],
      written: unwritable(path, 'cannot be written (attempt to write a readonly database)'),
    });
    expect(readFileSync(path)).toEqual(before);
  });

  it('is read with the answers that a killed process left in its log', async () => {
    const path = folder('killed');
    const ledger = await openSqliteLedger(path);
    await ledger.createRun(exampleRun('r1'), [exampleSample('s/0')]);
    await ledger.record('r1', exampleOutcome('s/0'));
    // Still open: the log and its index stand beside the file, as after a kill.
    expect(readdirSync(join(path, '..'))).toContain('ledger.sqlite-wal');
    expect(await readUnwritable(path, { folderToo: true })).toMatchObject({ results: ['ok'] });
    chmodSync(join(path, '..'), 0o755);
    await ledger.close();
  });

  it('is refused, not misread, when the log is there without its index', async () => {
    const path = folder('no-index');
    const ledger = await openSqliteLedger(path);
    await ledger.createRun(exampleRun('r1'), [exampleSample('s/0')]);
    rmSync(`${path}-shm`);
    await expect(readUnwritable(path, { folderToo: true })).rejects.toThrow(/was not closed.*Copy the whole folder/s);
    chmodSync(join(path, '..'), 0o755);
    await ledger.close();
  });

  it.each([1, LEDGER_MIGRATIONS.length - 1])('is read through a copy when an older Fathom wrote it: schema version %i', async (version) => {
    const path = folder(`old-${version}`);
    const db = new DatabaseSync(path);
    db.exec(V1);
    for (const step of LEDGER_MIGRATIONS.slice(1, version)) db.exec(step);
    db.exec(`PRAGMA user_version = ${version}`);
    db.close();
    expect(await readUnwritable(path, { folderToo: true })).toMatchObject({
      results: ['ok', 'error', null, 'skipped'],
      written: unwritable(path, 'cannot be written (attempt to write a readonly database)'),
    });
  });
});

describe('a ledger of schema version 1', () => {
  it('is brought up to date with all it holds, and goes on', async () => {
    const path = folder('v1');
    const old = new DatabaseSync(path);
    old.exec(V1);
    old.close();
    const ledger = await openSqliteLedger(path);
    expect(await ledger.run('r1')).toEqual(exampleRun('r1', { status: 'incomplete' }));
    expect((await ledger.pending('r1')).map(({ id }) => id)).toEqual(['s/2']);
    expect(await ledger.row('r1', 's/0')).toEqual({ sample: exampleSample('s/0'), outcome: exampleOutcome('s/0') });
    expect(await ledger.counts('r1')).toEqual({ total: 4, ok: 1, errors: 1, passingErrors: 0, skipped: 1, pending: 1, scoreSum: 1 });
    expect(await ledger.revision('r1')).toBe(2);
    expect(await ledger.cached('k1')).toEqual(exampleOutcome('s/0').calls);
    expect(await ledger.reopen('r1')).toBe(1);
    await ledger.record('r1', exampleOutcome('s/1'));
    await ledger.record('r1', exampleOutcome('s/2'));
    await ledger.close();
    const again = await openSqliteLedger(path);
    expect((await again.row('r1', 's/1'))?.outcome).toEqual(exampleOutcome('s/1', { attempts: 3 }));
    await again.close();
    const db = new DatabaseSync(path);
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 7 });
    db.close();
  });
});
