import type { Ledger } from '../core/index.ts';

/** How a ledger file is opened. */
export interface OpenLedgerOptions {
  /** How long an operation waits for another process's lock. Default 5000. */
  readonly busyTimeoutMs?: number;
  /** A file that cannot be written is opened all the same; only what changes the ledger then rejects. Default: such a file is refused. */
  readonly toRead?: boolean;
}

/**
 * Opens the run ledger in the file `path`, making the file and its folder when they are missing.
 * WAL, foreign keys and `synchronous=FULL`: an outcome is on the disk when `record` resolves. Several processes may use one file.
 * Rejects with a FathomError (`storage`) for a file that is no ledger, is damaged, locked, read-only (unless `toRead`), or made by a newer Fathom.
 */
export async function openSqliteLedger(path: string, { toRead, ...options }: OpenLedgerOptions = {}): Promise<Ledger> {
  // The query layer costs over 100 ms to load: only who opens a file pays.
  const [file, { openSqliteFileToRead }, { SqliteLedger }] = await Promise.all([
    import('./sqlite-file.ts'),
    import('./sqlite-read-only.ts'),
    import('./sqlite-ledger.ts'),
  ]);
  return new SqliteLedger(await (toRead ? openSqliteFileToRead : file.openSqliteFile)(path, options), path);
}
