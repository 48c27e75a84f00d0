import { FathomError, type Ledger } from '../../core/index.ts';
import { restoreRuns, type DeletedRun } from '../../evaluate/index.ts';
import { findDeletedRun } from '../find-deleted-run.ts';
import { findRun, withLedger } from '../ledger-path.ts';

/** Brings deleted runs back: all of them or none. */
export async function restore(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  await withLedger(flags, async (ledger) => {
    const found = await Promise.all(names.map((name) => toRestore(ledger, name)));
    await restoreRuns(
      ledger,
      found.map(({ run }) => run.id),
    );
    if (flags['json'] === true)
      return console.log(
        JSON.stringify(
          found.map(({ run, baselines }) => ({ run: run.id, baselines })),
          null,
          2,
        ),
      );
    for (const { run } of found) console.log(`Run ${run.id} is back: fathom report ${run.id}`);
  });
}

async function toRestore(ledger: Ledger, name: string): Promise<DeletedRun> {
  const found = await findDeletedRun(ledger, name);
  if (found) return found;
  if (name === 'latest')
    throw new FathomError('missing', 'No run of this ledger is deleted.', {
      fix: 'fathom runs lists the runs. Another folder: --store DIR.',
    });
  const { id } = await findRun(ledger, name);
  throw new FathomError('misuse', `The run ${id} is not deleted.`, { fix: `Look at it: fathom report ${id}` });
}
