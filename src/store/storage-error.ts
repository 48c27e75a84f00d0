import { FathomError } from '../core/index.ts';

/** What a primary SQLite result code means to a user, and what helps. Codes: https://sqlite.org/rescode.html */
const TROUBLE: { readonly [code: number]: { readonly found: string; readonly fix: string } } = {
  5: {
    found: 'is locked by another process',
    fix: 'Wait until the other process has finished, or stop it. Go on with a run that had begun by fathom resume.',
  },
  6: {
    found: 'is locked by another process',
    fix: 'Wait until the other process has finished, or stop it. Go on with a run that had begun by fathom resume.',
  },
  8: { found: 'cannot be written', fix: 'Give yourself write permission on the file and its folder, or name another file.' },
  10: {
    found: 'could not be read or written',
    fix: 'Check the disk. What was recorded is kept: go on with a run by fathom resume; a new fathom run would ask everything again.',
  },
  11: { found: 'is damaged', fix: 'Restore it from a copy, or move it away and start a new one.' },
  13: {
    found: 'found no room on the disk',
    fix: 'Free some space. What was recorded is kept: go on with a run by fathom resume; a new fathom run would ask everything again.',
  },
  14: { found: 'cannot be opened', fix: 'Check that the path names a file in a folder that you may write to.' },
  26: { found: 'is not a Fathom ledger', fix: 'Name another file, or move this one away.' },
};

/** The primary result code of a SQLite error (extended codes keep it in their low byte), undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}

/** Turns an error of the database at `path` into a FathomError (`storage`). A FathomError and an error of no database stay as they are. */
export function storageError(error: unknown, path: string): unknown {
  const code = sqliteCode(error);
  if (code === undefined) return error;
  const known = TROUBLE[code] ?? {
    found: 'failed',
    fix: 'Run the command again. If it fails again, move the file away and start a new one.',
  };
  const message = `The run ledger ${path} ${known.found} (${(error as Error).message}).`;
  return new FathomError('storage', message, { fix: known.fix, cause: error });
}
