import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FathomError, type Ledger } from '../core/index.ts';
import { ledgerConformance } from '../testing/ledger-conformance.ts';
import { exampleOutcome, exampleRun, exampleSample } from '../testing/ledger-examples.ts';
import { openSqliteLedger } from './open-sqlite-ledger.ts';
import { openSqliteFile } from './sqlite-file.ts';
import { SqliteLedger } from './sqlite-ledger.ts';

let folder = '';
let files = 0;
const freshPath = (): string => join(folder, `sub-${(files += 1)}`, 'ledger.db');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fathom-ledger-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A closed ledger file with run r1 of `count` samples s/0 …, the first one recorded. */
async function ledgerFile(count: number): Promise<string> {
  const path = freshPath();
  const ledger = await openSqliteLedger(path);
  const samples = Array.from({ length: count }, (_, i) => exampleSample(`s/${i}`));
  await ledger.createRun(exampleRun('r1'), samples);
  await ledger.record('r1', exampleOutcome('s/0'));
  await ledger.close();
  return path;
}

async function failure(work: Promise<unknown>): Promise<FathomError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof FathomError)) throw new Error('expected a FathomError', { cause: error });
  return error;
}

async function recordedIds(ledger: Ledger): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const row of ledger.rows('r1')) if (row.outcome) ids.push(row.outcome.sampleId);
  return ids;
}

describe('openSqliteLedger', () => {
  it.each(ledgerConformance(() => openSqliteLedger(freshPath())))('$name', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });

  it('keeps everything over a close', async () => {
    const ledger = await openSqliteLedger(await ledgerFile(3));
    expect(await recordedIds(ledger)).toEqual(['s/0']);
    expect((await ledger.pending('r1')).map((sample) => sample.id)).toEqual(['s/1', 's/2']);
    await ledger.close();
  });

  it('writes outcomes with full synchronisation in WAL mode under foreign keys', async () => {
    const db = await openSqliteFile(freshPath());
    const settings = ['journal_mode', 'synchronous', 'foreign_keys'].map((name) => db.prepare(`PRAGMA ${name}`).get());
    db.close();
    expect(settings).toEqual([{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }]);
  });

  it.each([
    ['a text file', Buffer.from('needle in a haystack\n'.repeat(100))],
    ['a short file', Buffer.from('x')],
  ])('refuses %s and leaves it alone', async (_, bytes) => {
    const path = join(folder, `stranger-${(files += 1)}`);
    writeFileSync(path, bytes);
    const error = await failure(openSqliteLedger(path));
    expect([error.code, error.fix]).toEqual(['storage', 'Name another file, or move this one away.']);
    expect(readFileSync(path)).toEqual(bytes);
  });

  it('refuses a database of another program and leaves it alone', async () => {
    const path = join(folder, 'other.db');
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE notes (body TEXT)');
    other.close();
    const before = readFileSync(path);
    expect((await failure(openSqliteLedger(path))).message).toBe(`${path} is a database of another program, not a Fathom ledger.`);
    expect(readFileSync(path)).toEqual(before);
  });

  it('refuses a torn file', async () => {
    const path = await ledgerFile(500);
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length >> 1));
    const error = await failure(openSqliteLedger(path));
    expect([error.code, error.message]).toEqual(['storage', `The run ledger ${path} is damaged (database disk image is malformed).`]);
  });

  it('refuses a ledger of a newer Fathom', async () => {
    const path = await ledgerFile(1);
    const db = new DatabaseSync(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const error = await failure(openSqliteLedger(path));
    expect([error.code, error.message, error.fix]).toEqual([
      'storage',
      `The run ledger ${path} has schema version 99; this Fathom knows versions up to 7.`,
      'Update Fathom, or name another file for the ledger.',
    ]);
  });

  it('refuses a folder', async () => {
    expect((await failure(openSqliteLedger(folder))).code).toBe('storage');
  });

  it('waits for a lock, then says so', async () => {
    const path = await ledgerFile(2);
    const ledger = await openSqliteLedger(path, { busyTimeoutMs: 50 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const error = await failure(ledger.record('r1', exampleOutcome('s/1')));
    expect([error.code, error.message]).toEqual(['storage', `The run ledger ${path} is locked by another process (database is locked).`]);
    expect((await failure(openSqliteLedger(path, { busyTimeoutMs: 50 }))).message).toContain('is locked by another process');
    other.exec('ROLLBACK');
    await ledger.record('r1', exampleOutcome('s/1'));
    expect(await recordedIds(ledger)).toEqual(['s/0', 's/1']);
    other.close();
    await ledger.close();
  });

  it('loses nothing to a full disk and goes on when there is room', async () => {
    const path = await ledgerFile(50);
    const db = await openSqliteFile(path);
    const ledger = new SqliteLedger(db, path);
    db.exec(`PRAGMA max_page_count = ${Object.values(db.prepare('PRAGMA page_count').get()!)[0]}`);
    const long = exampleOutcome('s/1', { result: { status: 'error', reason: 'server', detail: 'x'.repeat(100_000) } });
    const error = await failure(ledger.record('r1', long));
    expect([error.code, error.message]).toEqual([
      'storage',
      `The run ledger ${path} found no room on the disk (database or disk is full).`,
    ]);
    expect(await recordedIds(ledger)).toEqual(['s/0']);
    db.exec('PRAGMA max_page_count = 100000');
    await ledger.record('r1', long);
    expect(await recordedIds(ledger)).toEqual(['s/0', 's/1']);
    expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    await ledger.close();
  });

  it('creates nothing of a run that does not fit on the disk', async () => {
    const path = freshPath();
    const db = await openSqliteFile(path);
    const ledger = new SqliteLedger(db, path);
    db.exec('PRAGMA max_page_count = 200; PRAGMA cache_size = 10');
    const samples = Array.from({ length: 20_000 }, (_, i) => exampleSample(`s/${i}`));
    const error = await failure(ledger.createRun(exampleRun('r1'), samples));
    expect(error.message).toBe(`The run ledger ${path} found no room on the disk (database or disk is full).`);
    expect(await ledger.runs()).toEqual([]);
    await ledger.createRun(exampleRun('r1'), samples.slice(0, 10));
    expect((await ledger.pending('r1')).length).toBe(10);
    await ledger.close();
  });

  it('says when the file cannot be written', async () => {
    const path = await ledgerFile(2);
    const db = await openSqliteFile(path);
    db.exec('PRAGMA query_only = 1');
    const ledger = new SqliteLedger(db, path);
    const error = await failure(ledger.record('r1', exampleOutcome('s/1')));
    expect([error.code, error.message]).toEqual([
      'storage',
      `The run ledger ${path} cannot be written (attempt to write a readonly database).`,
    ]);
    await ledger.close();
  });

  it('counts outcomes out of an index, without reading them', async () => {
    const path = await ledgerFile(3);
    const db = await openSqliteFile(path);
    const ledger = new SqliteLedger(db, path);
    for (const reader of ['json_extract', 'json_valid'])
      db.function(reader, { varargs: true, deterministic: true }, () => {
        throw new Error('an outcome was read');
      });
    await expect(ledger.pending('r1')).rejects.toThrow('an outcome was read');
    expect(await ledger.counts('r1')).toMatchObject({ total: 3, ok: 1, pending: 2 });
    await ledger.close();
  });

  it('lets several connections make the same new file and share it', async () => {
    const path = freshPath();
    const ledgers = await Promise.all([1, 2, 3].map(() => openSqliteLedger(path)));
    await ledgers[0]!.createRun(exampleRun('r1'), [exampleSample('s/0'), exampleSample('s/1')]);
    const before = await ledgers[0]!.revision('r1');
    await Promise.all([ledgers[1]!.record('r1', exampleOutcome('s/0')), ledgers[2]!.record('r1', exampleOutcome('s/1'))]);
    expect(await recordedIds(ledgers[0]!)).toEqual(['s/0', 's/1']);
    expect(await ledgers[0]!.revision('r1')).toBeGreaterThan(before);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });
});
