import { FathomError, type Ledger } from '../core/index.ts';
import { deletedRuns, type DeletedRun } from '../evaluate/index.ts';
import { runsNamed } from './runs-named.ts';

/** A deleted run by its id, an unambiguous beginning of it, or `latest` for the one that was deleted last; undefined when there is none. */
export async function findDeletedRun(ledger: Ledger, name: string): Promise<DeletedRun | undefined> {
  const deleted = await deletedRuns(ledger);
  const found = runsNamed(
    deleted.map(({ run }) => run),
    name,
  );
  if (found.length <= 1) return deleted.find(({ run }) => run === found[0]);
  throw new FathomError('misuse', `"${name}" begins the ids of ${found.length} deleted runs.`, {
    fix: 'fathom runs --deleted lists them.',
  });
}

/** Rejects with a FathomError (`missing`) for the name of a deleted run. */
export async function refuseDeleted(ledger: Ledger, name: string): Promise<void> {
  const found = await findDeletedRun(ledger, name);
  if (!found) return;
  const { id } = found.run;
  const message = name === 'latest' ? `All runs of this ledger are deleted, ${id} was the last.` : `The run ${id} is deleted.`;
  throw new FathomError('missing', message, {
    fix: found.halfRemoved ? `It is half removed; remove the rest of it: fathom delete ${id} --now` : `Have it back: fathom restore ${id}`,
  });
}
