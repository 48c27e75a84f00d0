import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { FathomError } from '../core/index.ts';
import { migrate, openSqliteFile, pragma, refuseStrangers, type SqliteFileOptions } from './sqlite-file.ts';
import { LEDGER_APPLICATION_ID, LEDGER_MIGRATIONS } from './sqlite-schema.ts';
import { sqliteCode, storageError } from './storage-error.ts';

const SQLITE_READONLY = 8;
const SQLITE_CANTOPEN = 14;

/**
 * Opens the ledger file for writing where that is possible, else for reading alone: write permission is missing, the disk is read-only.
 * A ledger of an older Fathom that cannot be brought up to date in its place is read through a temporary copy.
 * Throws a FathomError (`storage`) like `openSqliteFile`.
 */
export async function openSqliteFileToRead(path: string, options: SqliteFileOptions = {}): Promise<DatabaseSync> {
  try {
    return await openSqliteFile(path, options);
  } catch (error) {
    if (!isUnwritable(error) || !existsSync(path)) throw error;
    return openReadOnly(path, options);
  }
}

function isUnwritable(error: unknown): boolean {
  if (!(error instanceof FathomError)) return false;
  const code = sqliteCode(error.cause) ?? (error.cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  return [SQLITE_READONLY, SQLITE_CANTOPEN, 'EACCES', 'EPERM', 'EROFS'].includes(code);
}

function openReadOnly(path: string, { busyTimeoutMs = 5000 }: SqliteFileOptions): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = openUnchanged(path, busyTimeoutMs);
    refuseStrangers(db, path);
    if (Number(pragma(db, 'user_version')) < LEDGER_MIGRATIONS.length) db = upToDateCopy(db, path);
    db.exec('PRAGMA query_only = ON');
    return db;
  } catch (error) {
    if (db?.isOpen) db.close();
    throw storageError(error, path);
  }
}

/**
 * SQLite reads a WAL database in a folder without write permission only when the files beside it are there, or when it is told that nobody
 * writes to it (`immutable`). The latter is told only when no write-ahead log holds answers: they would be passed over.
 */
function openUnchanged(path: string, timeout: number): DatabaseSync {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log === undefined) return readOnly(path, { immutable: true, timeout });
  try {
    return readOnly(path, { immutable: false, timeout });
  } catch (cause) {
    if (log.size === 0) return readOnly(path, { immutable: true, timeout });
    throw new FathomError(
      'storage',
      `The run ledger ${path} was not closed, and its last answers can be read only where its folder can be written.`,
      {
        fix: 'Copy the whole folder to a place that you may write to, and name it with --store.',
        cause,
      },
    );
  }
}

function readOnly(path: string, { immutable, timeout }: { readonly immutable: boolean; readonly timeout: number }): DatabaseSync {
  const url = pathToFileURL(path);
  url.search = immutable ? 'mode=ro&immutable=1' : 'mode=ro';
  const db = new DatabaseSync(url, { readOnly: true, timeout });
  try {
    // Only a read tells whether the file can be read.
    pragma(db, 'user_version');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The same ledger with its schema up to date, in a database without a name that SQLite deletes when it is closed. */
function upToDateCopy(old: DatabaseSync, path: string): DatabaseSync {
  const copy = new DatabaseSync('');
  const version = Number(pragma(old, 'user_version'));
  for (const step of LEDGER_MIGRATIONS.slice(0, version)) copy.exec(step);
  copy.exec(`PRAGMA application_id = ${LEDGER_APPLICATION_ID}; PRAGMA user_version = ${version}; BEGIN`);
  for (const { name } of old.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).all()) {
    copyTable(old, copy, String(name));
  }
  copy.exec('COMMIT');
  old.close();
  migrate(copy, path);
  return copy;
}

function copyTable(old: DatabaseSync, copy: DatabaseSync, name: string): void {
  const rows = old.prepare(`SELECT * FROM "${name}"`);
  const columns = rows.columns().length;
  // The rows that triggers made meanwhile are replaced by those of the file.
  const insert = copy.prepare(`INSERT OR REPLACE INTO "${name}" VALUES (${Array(columns).fill('?').join(', ')})`);
  for (const row of rows.iterate()) insert.run(...Object.values(row));
}
