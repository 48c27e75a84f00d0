import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { FathomError, type Ledger, type RunRecord } from '../core/index.ts';
import { companionOf, companionRuns, isCompanion } from '../evaluate/index.ts';
import { refuseDeleted } from './find-deleted-run.ts';
import { runsNamed } from './runs-named.ts';

/** The folder of the ledger: `--store` (or what stands for it in the environment or the config) or `.fathom`. */
export function storeFolder(flags: { readonly store?: string }): string {
  return resolve(flags.store ?? '.fathom');
}

/** Opens the ledger that the flags or the environment name, creating its folder. `toRead`: one that cannot be written will do. */
async function openLedger(flags: { readonly store?: string }, options: { readonly toRead?: boolean } = {}): Promise<Ledger> {
  const folder = storeFolder(flags);
  const { makeFolder, openSqliteLedger } = await import('../store/index.ts');
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new FathomError('storage', `The folder ${folder} for the run ledger cannot be made: ${(cause as Error).message}`, {
      cause,
      fix: 'Name another with --store DIR.',
    });
  }
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

/** A run by its id, an unambiguous beginning of it, or `latest`; a baseline of it with its name after a point: `latest.oracle`. */
export async function findRun(ledger: Ledger, name: string): Promise<RunRecord> {
  const beside = companionOf(name);
  return beside ? findCompanion(ledger, beside) : findOwnRun(ledger, name);
}

/** The run that a name means, or that its baseline stands beside. */
export async function findMainRun(ledger: Ledger, name: string): Promise<RunRecord> {
  return findOwnRun(ledger, companionOf(name)?.runId ?? name);
}

async function findCompanion(ledger: Ledger, { runId, name }: { readonly runId: string; readonly name: string }): Promise<RunRecord> {
  const run = await findOwnRun(ledger, runId);
  const companions = await companionRuns(ledger, run.id);
  const found = companions.find((companion) => companion.name === name);
  if (found) return found.record;
  throw new FathomError('misuse', `The run ${run.id} has no baseline ${name}.`, {
    fix: `${companions.length > 0 ? `It has: ${companions.map((each) => each.name).join(', ')}. ` : ''}Add it: fathom resume ${run.id} --with ${name}`,
  });
}

async function findOwnRun(ledger: Ledger, name: string): Promise<RunRecord> {
  const runs = (await ledger.runs()).filter(({ id }) => !isCompanion(id));
  const found = runsNamed(runs, name);
  if (found.length === 1) return found[0]!;
  if (found.length === 0) await refuseDeleted(ledger, name);
  if (runs.length === 0)
    throw new FathomError('missing', 'There is no run in this ledger yet.', {
      fix: 'Start one: fathom run needlebench. Another folder: --store DIR.',
    });
  throw new FathomError('misuse', found.length > 1 ? `"${name}" begins the ids of ${found.length} runs.` : `There is no run "${name}".`, {
    fix: `fathom runs lists them; the latest is ${runs[0]!.id}.`,
  });
}

/** Where token indexes are kept: they can be made again at any time. */
export function cacheDir(): string {
  return process.env['FATHOM_CACHE'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'fathom');
}
