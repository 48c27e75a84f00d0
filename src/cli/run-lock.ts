import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { FathomError } from '../core/index.ts';

/** SQLite's codes for a lock that somebody else holds, and for a file that is no database. */
const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

/** Locks of this process by file: a lock whose object is collected as garbage would be gone, and so would one whose file is opened and closed again. */
const held = new Map<string, DatabaseSync>();

/**
 * Keeps other processes of this machine from answering the same run, so that no sample is paid for twice. Gives the function that lets go.
 * The lock is the operating system's own, taken through SQLite on a file beside the ledger: it ends with its process however that ends
 * (kill -9, power), and no number of a dead process can be mistaken for a living one's. Throws a FathomError: `misuse` when another process
 * works on the run, `storage` when the file cannot be made.
 */
export function lockRun(folder: string, runId: string): () => void {
  const file = resolve(folder, `${runId}.lock`);
  if (held.has(file)) throw taken(runId);
  try {
    while (!take(file));
  } catch (error) {
    throw codeOf(error) === SQLITE_BUSY ? taken(runId, error) : cannotLock(file, error);
  }
  return () => release(file);
}

/** Whether a process works on a run. Looks at the lock without taking it. */
export function isLocked(folder: string, runId: string): boolean {
  const file = resolve(folder, `${runId}.lock`);
  if (held.has(file)) return true;
  if (inodeNow(file) === undefined) return false;
  try {
    const lock = new DatabaseSync(file, { timeout: 0, readOnly: true });
    try {
      lock.prepare('PRAGMA schema_version').get();
    } finally {
      lock.close();
    }
    return false;
  } catch (error) {
    return codeOf(error) === SQLITE_BUSY;
  }
}

/** False when the file was removed in between, by whoever let go a moment ago: a lock on what is gone keeps nobody out. */
function take(file: string): boolean {
  const before = inodeOf(file);
  const lock = lockFile(file);
  if (lock === undefined || before !== inodeNow(file)) {
    lock?.close();
    return false;
  }
  held.set(file, lock);
  return true;
}

/** Undefined for a file of an older version, which kept a process number in it; that file is removed. */
function lockFile(file: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    // Nothing is ever written: no journal beside it.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (codeOf(error) !== SQLITE_NOTADB) throw error;
    rmSync(file, { force: true });
    return undefined;
  }
}

/** Removes the file while it is still locked. */
function release(file: string): void {
  const lock = held.get(file);
  if (lock === undefined) return;
  held.delete(file);
  rmSync(file, { force: true });
  lock.close();
}

/** Of the file, which is made when it is missing. */
function inodeOf(file: string): number {
  closeSync(openSync(file, 'a'));
  return statSync(file).ino;
}

const inodeNow = (file: string): number | undefined => statSync(file, { throwIfNoEntry: false })?.ino;

function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
}

const taken = (runId: string, cause?: unknown): FathomError =>
  new FathomError('misuse', `Another process is working on run ${runId}.`, {
    fix: 'Let it finish or stop it with Ctrl-C, then resume.',
    cause,
  });

const cannotLock = (file: string, cause: unknown): FathomError =>
  new FathomError('storage', `The run cannot be locked: ${file} cannot be written.`, {
    fix: 'Check the disk and the permissions of the folder.',
    cause,
  });
