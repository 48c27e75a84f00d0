import { FathomError, type Ledger } from '../../core/index.ts';
import { companionRuns, deleteRuns, removeRun, type DeletedRun } from '../../evaluate/index.ts';
import { askYes, canAsk } from '../ask-yes.ts';
import { findDeletedRun } from '../find-deleted-run.ts';
import { findRun, storeFolder, withLedger } from '../ledger-path.ts';
import { lockRun } from '../run-lock.ts';
import { runsNamed } from '../runs-named.ts';

/** A run that is to go. */
interface Leaving {
  readonly id: string;
  readonly baselines: readonly string[];
  /** It was deleted before. */
  readonly deleted: boolean;
}

/** Deletes runs, all of them or none; with `--now` for good. None that a process is working on. */
export async function deleteNamed(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const now = flags['now'] === true;
  await withLedger(flags, async (ledger) => {
    const found = await Promise.all(names.map((name) => toDelete(ledger, name, { now })));
    const runs = [...new Map(found.map((run) => [run.id, run])).values()];
    if (now && flags['yes'] !== true) await confirmRemoval(ledger, runs);
    await withLocks(storeFolder(flags), runs, async () => {
      const at = new Date().toISOString();
      const kept = runs.filter(({ deleted }) => !deleted).map(({ id }) => id);
      await deleteRuns(ledger, kept, at);
      if (now) for (const { id } of runs) await removeRun(ledger, id);
      if (flags['json'] === true) return printJson(runs, now ? { removed: true } : { deletedAt: at });
      for (const run of runs) await say(ledger, run, { now });
    });
  });
}

async function toDelete(ledger: Ledger, name: string, { now }: { readonly now: boolean }): Promise<Leaving> {
  const before = now && name !== 'latest' ? await deletedBefore(ledger, name) : undefined;
  if (before) return { id: before.run.id, baselines: before.baselines, deleted: true };
  const { id } = await findRun(ledger, name);
  return { id, baselines: (await companionRuns(ledger, id)).map((companion) => companion.name), deleted: false };
}

/** The deleted run of that name. Throws a FathomError (`misuse`) when another run may be meant: what is removed for good is no guess. */
async function deletedBefore(ledger: Ledger, name: string): Promise<DeletedRun | undefined> {
  const found = await findDeletedRun(ledger, name);
  if (!found || found.run.id === name || runsNamed(await ledger.runs(), name).length === 0) return found;
  throw new FathomError('misuse', `"${name}" begins the ids of deleted and of other runs.`, { fix: 'Write the whole id.' });
}

/** Works while no other process can work on the runs. Throws a FathomError (`misuse`) when one does. */
async function withLocks(folder: string, runs: readonly Leaving[], work: () => Promise<void>): Promise<void> {
  const releases: (() => void)[] = [];
  try {
    for (const { id } of runs) releases.push(lockRun(folder, id));
    await work();
  } finally {
    for (const release of releases) release();
  }
}

async function confirmRemoval(ledger: Ledger, runs: readonly Leaving[]): Promise<void> {
  const counts = await Promise.all(runs.map(({ id }) => ledger.counts(id)));
  const answers = counts.reduce((sum, { ok }) => sum + ok, 0);
  const what = `${runs.length === 1 ? `the run ${runs[0]!.id}` : `${runs.length} runs`} with ${answers.toLocaleString('en')} scored answers`;
  const fix = 'Say --yes, or leave --now out: fathom restore brings back what was deleted without it.';
  if (!canAsk()) throw new FathomError('misuse', `This would remove ${what} for good.`, { fix });
  if (!(await askYes(`Remove ${what} for good?`))) throw new FathomError('misuse', 'Nothing was removed.', { fix });
}

function printJson(runs: readonly Leaving[], what: { readonly removed: true } | { readonly deletedAt: string }): void {
  console.log(
    JSON.stringify(
      runs.map(({ id, baselines }) => ({ run: id, baselines, ...what })),
      null,
      2,
    ),
  );
}

async function say(ledger: Ledger, { id, baselines }: Leaving, { now }: { readonly now: boolean }): Promise<void> {
  const beside = baselines.length > 0 ? ` with its ${baselines.length === 1 ? 'baseline' : 'baselines'} ${baselines.join(', ')}` : '';
  if (now) return console.log(`Run ${id} is removed for good${beside}.`);
  console.log(`Run ${id} is deleted${beside}. Bring it back: fathom restore ${id}`);
  if ((await ledger.batches(id)).some(({ state }) => state !== 'ended'))
    console.error(`A batch of it is still out at the provider. To stop it: fathom restore ${id} && fathom resume ${id} --cancel`);
}
