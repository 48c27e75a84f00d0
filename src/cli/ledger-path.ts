import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { FathomError, type Ledger, type RunRecord } from '../core/index.ts';
import { isFloor } from '../evaluate/index.ts';

/** The folder of the ledger: `--store`, `$FATHOM_STORE` or `.fathom`. */
export function storeFolder(flags: { readonly store?: string }): string {
  return resolve(flags.store ?? process.env['FATHOM_STORE'] ?? '.fathom');
}

/** Opens the ledger that the flags or the environment name, creating its folder. `toRead`: one that cannot be written will do. */
async function openLedger(flags: { readonly store?: string }, options: { readonly toRead?: boolean } = {}): Promise<Ledger> {
  const folder = storeFolder(flags);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new FathomError('storage', `The folder ${folder} for the run ledger cannot be made.`, {
      cause,
      fix: 'Name another with --store DIR.',
    });
  }
  const { openSqliteLedger } = await import('../store/index.ts');
  return openSqliteLedger(join(folder, 'ledger.sqlite'), options);
}

/** Runs work on the ledger and closes it whatever happens. */
export async function withLedger<T>(flags: { readonly store?: string }, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  return closing(await openLedger(flags), work);
}

/** The same for work that changes nothing: the ledger may be on a disk that cannot be written. */
export async function withLedgerToRead<T>(flags: { readonly store?: string }, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  return closing(await openLedger(flags, { toRead: true }), work);
}

async function closing<T>(ledger: Ledger, work: (ledger: Ledger) => Promise<T>): Promise<T> {
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}

/** A run by its id, an unambiguous beginning of it, or `latest`. */
export async function findRun(ledger: Ledger, name: string): Promise<RunRecord> {
  const runs = (await ledger.runs()).filter(({ id }) => !isFloor(id) || id === name);
  if (runs.length === 0)
    throw new FathomError('missing', 'There is no run in this ledger yet.', {
      fix: 'Start one: fathom run needlebench. Another folder: --store DIR.',
    });
  const found = name === 'latest' ? runs.slice(0, 1) : runs.filter(({ id }) => id === name || id.startsWith(name));
  const exact = found.find(({ id }) => id === name) ?? (found.length === 1 ? found[0] : undefined);
  if (exact) return exact;
  throw new FathomError('misuse', found.length > 1 ? `"${name}" begins the ids of ${found.length} runs.` : `There is no run "${name}".`, {
    fix: `fathom runs lists them; the latest is ${runs[0]!.id}.`,
  });
}

/** Where token indexes are kept: they can be made again at any time. */
export function cacheDir(): string {
  return process.env['FATHOM_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'fathom');
}
