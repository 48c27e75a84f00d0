import { accessSync, closeSync, constants, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { FathomError } from '../core/index.ts';
import { makeFolder } from './make-folder.ts';
import { LEDGER_APPLICATION_ID, LEDGER_MIGRATIONS } from './sqlite-schema.ts';
import { sqliteCode, storageError } from './storage-error.ts';

const RETRY_EVERY_MS = 20;
const SQLITE_BUSY = 5;
const SQLITE_HEAD = 'SQLite format 3\0';

/** How a ledger file is opened. `busyTimeoutMs`: how long to wait for another process that holds the lock. Default 5000. */
export interface SqliteFileOptions {
  readonly busyTimeoutMs?: number;
}

/** Opens or creates the ledger file with its schema up to date. Throws a FathomError (`storage`) and leaves the file as it was when it cannot. */
export async function openSqliteFile(path: string, { busyTimeoutMs = 5000 }: SqliteFileOptions = {}): Promise<DatabaseSync> {
  let db: DatabaseSync | undefined;
  try {
    makeFolderOf(path);
    refuseUnwritable(path);
    refuseOtherFiles(path);
    db = new DatabaseSync(path, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
    refuseStrangers(db, path);
    // Only a file without tables can learn to get smaller (see shrinkFile); in any other, the space of what is removed is used again.
    db.exec('PRAGMA auto_vacuum = INCREMENTAL');
    await enterWal(db, busyTimeoutMs);
    // FULL: a commit is on the disk, not only with the operating system, before it is reported.
    db.exec('PRAGMA synchronous = FULL');
    migrate(db, path);
    return db;
  } catch (error) {
    db?.close();
    throw storageError(error, path);
  }
}

function makeFolderOf(path: string): void {
  try {
    makeFolder(dirname(path));
  } catch (cause) {
    throw new FathomError('storage', `The folder of the run ledger ${path} cannot be made (${(cause as Error).message}).`, {
      fix: 'Name a ledger in a folder that you may write to.',
      cause,
    });
  }
}

/** SQLite opens a file without write permission for reading alone, and says so only when something is written. */
function refuseUnwritable(path: string): void {
  try {
    accessSync(path, constants.W_OK);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new FathomError('storage', `The run ledger ${path} cannot be written (${(cause as Error).message}).`, {
      fix: 'Give yourself write permission on the file and its folder, or name another file.',
      cause,
    });
  }
}

/** SQLite takes a file of less than a page for an empty database and would write over it. */
function refuseOtherFiles(path: string): void {
  const head = readHead(path);
  if (head === '' || head === SQLITE_HEAD) return;
  throw new FathomError('storage', `${path} is not a Fathom ledger.`, { fix: 'Name another file, or move this one away.' });
}

/** The first bytes of a file as Latin-1; empty for an empty or missing file, and for a folder, which SQLite refuses by itself. */
function readHead(path: string): string {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(SQLITE_HEAD.length);
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } catch {
    return '';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** The value of a setting of the database. */
export function pragma(db: DatabaseSync, name: string): unknown {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

/** Refuses databases that are no ledger or one of a newer Fathom. Runs before anything is written, so that they stay untouched. */
export function refuseStrangers(db: DatabaseSync, path: string): void {
  const version = Number(pragma(db, 'user_version'));
  const ours = pragma(db, 'application_id') === LEDGER_APPLICATION_ID;
  const empty = version === 0 && db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
  if (!ours && !empty) {
    throw new FathomError('storage', `${path} is a database of another program, not a Fathom ledger.`, {
      fix: 'Name another file for the ledger.',
    });
  }
  if (ours) refuseNewer(version, path);
}

function refuseNewer(version: number, path: string): void {
  const known = LEDGER_MIGRATIONS.length;
  if (version <= known) return;
  throw new FathomError('storage', `The run ledger ${path} has schema version ${version}; this Fathom knows versions up to ${known}.`, {
    fix: 'Update Fathom, or name another file for the ledger.',
  });
}

/** SQLite does not wait by itself when two processes switch the same new file to WAL. */
async function enterWal(db: DatabaseSync, busyTimeoutMs: number): Promise<void> {
  for (let left = Math.ceil(busyTimeoutMs / RETRY_EVERY_MS); ; left -= 1) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      if (sqliteCode(error) !== SQLITE_BUSY || left <= 0) throw error;
    }
    await wait(RETRY_EVERY_MS);
  }
}

/**
 * Brings the schema up to date. Reads the version inside the write lock: another process may have migrated in between. A ledger that is up to date
 * needs no lock: it opens while another process writes.
 */
export function migrate(db: DatabaseSync, path: string): void {
  if (Number(pragma(db, 'user_version')) === LEDGER_MIGRATIONS.length) return;
  db.exec('BEGIN IMMEDIATE');
  try {
    const from = Number(pragma(db, 'user_version'));
    refuseNewer(from, path);
    for (const step of LEDGER_MIGRATIONS.slice(from)) db.exec(step);
    if (from < LEDGER_MIGRATIONS.length) {
      db.exec(`PRAGMA application_id = ${LEDGER_APPLICATION_ID}; PRAGMA user_version = ${LEDGER_MIGRATIONS.length}`);
    }
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
