import { FathomError, type Ledger, type RunRecord } from '../core/index.ts';
import { companionOf, isCompanion } from './companion-id.ts';

/** A deleted run; its baselines were deleted with it. */
export interface DeletedRun {
  readonly run: RunRecord;
  /** Names of its baselines. */
  readonly baselines: readonly string[];
  /** ISO 8601, UTC. */
  readonly deletedAt: string;
  /** Its removal for good broke off: it cannot be restored, only removed. */
  readonly halfRemoved: boolean;
}

/** The deleted runs of a ledger, last deleted first. */
export async function deletedRuns(ledger: Ledger): Promise<readonly DeletedRun[]> {
  const trashed = await ledger.trashed();
  return trashed
    .filter(({ run }) => !isCompanion(run.id))
    .map(({ run, trashedAt, purging }) => {
      const beside = trashed.flatMap((other) => {
        const companion = companionOf(other.run.id);
        return companion?.runId === run.id ? [{ name: companion.name, purging: other.purging }] : [];
      });
      const halfRemoved = purging === true || beside.some((companion) => companion.purging === true);
      return { run, baselines: beside.map(({ name }) => name), deletedAt: trashedAt, halfRemoved };
    });
}

/**
 * Deletes runs with their baselines: they are in no list any more, and nothing of them is lost. All of them or none. `at`: ISO 8601, UTC.
 * Whoever calls it has made sure that nobody is working on them. Rejects with a FathomError: `misuse` for a baseline, `missing` for an unknown run.
 */
export async function deleteRuns(ledger: Ledger, runIds: readonly string[], at: string): Promise<void> {
  const baseline = runIds.find(isCompanion);
  if (baseline !== undefined) throw noRunOfItsOwn(baseline);
  const known = (await ledger.runs()).map(({ id }) => id);
  await ledger.trash(withCompanions(runIds, known), at);
}

/** Gives deleted runs back with their baselines: all of them or none. Rejects with a FathomError: `missing` for an unknown run, `storage` for one that is half removed. */
export async function restoreRuns(ledger: Ledger, runIds: readonly string[]): Promise<void> {
  await ledger.restore(withCompanions(runIds, await trashedIds(ledger)));
}

/**
 * Removes a deleted run for good with its baselines, and gives the disk its space back. What others ask of the ledger meanwhile gets its turn.
 * Rejects with a FathomError: `misuse` for a run that is not deleted, `missing` for an unknown one. Where it breaks off, another call goes on.
 */
export async function removeRun(ledger: Ledger, runId: string): Promise<void> {
  const [, ...beside] = withCompanions([runId], await trashedIds(ledger));
  // The run itself last: as long as something of it is left, it is listed.
  for (const id of [...beside, runId]) await ledger.purge(id);
}

const trashedIds = async (ledger: Ledger) => (await ledger.trashed()).map(({ run }) => run.id);

/** Each run, followed by those of the known ids that are its companions. */
function withCompanions(runIds: readonly string[], known: readonly string[]): readonly string[] {
  return runIds.flatMap((runId) => [runId, ...known.filter((id) => companionOf(id)?.runId === runId)]);
}

const noRunOfItsOwn = (id: string): FathomError =>
  new FathomError('misuse', `${id} is a baseline, and no baseline is deleted without its run.`, {
    fix: `Delete the run, and its baselines go with it: ${companionOf(id)!.runId}`,
  });
