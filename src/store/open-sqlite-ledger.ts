import type { Ledger } from '../core/index.ts';

/**
 * Opens the run ledger in the file `path`, making the file and its folder when they are missing.
 * WAL, foreign keys and `synchronous=FULL`: an outcome is on the disk when `record` resolves. Several processes may use one file.
 * `busyTimeoutMs`: how long an operation waits for another process's lock, default 5000.
 * Rejects with a FathomError (`storage`) for a file that is no ledger, is damaged, locked, read-only, or made by a newer Fathom.
 */
export async function openSqliteLedger(path: string, options: { readonly busyTimeoutMs?: number } = {}): Promise<Ledger> {
  // The query layer costs over 100 ms to load: only who opens a file pays.
  const [{ openSqliteFile }, { SqliteLedger }] = await Promise.all([import('./sqlite-file.ts'), import('./sqlite-ledger.ts')]);
  return new SqliteLedger(await openSqliteFile(path, options), path);
}
