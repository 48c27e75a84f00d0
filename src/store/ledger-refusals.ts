import { FathomError, type Outcome } from '../core/index.ts';

/** No run has this id. */
export function unknownRun(id: string): FathomError {
  return new FathomError('missing', `There is no run ${id} in this ledger.`, {
    fix: 'Check the id, or name the ledger that holds the run.',
  });
}

/** The run exists already: a ledger never replaces one. */
export function runExists(id: string): FathomError {
  return new FathomError('storage', `The run ${id} is in this ledger already.`, { fix: 'Resume that run, or start a new one.' });
}

/** The run is in the trash, where no session of it begins and no other run takes its place. */
export function runDeleted(id: string): FathomError {
  return new FathomError('storage', `The run ${id} was deleted, and is in the trash of this ledger.`, {
    fix: `Have it back: fathom restore ${id}. Or remove it for good: fathom delete ${id} --now.`,
  });
}

/** The run is half removed: too late to have it back. */
export function runHalfRemoved(id: string): FathomError {
  return new FathomError('storage', `The run ${id} is half removed, and cannot be restored.`, {
    fix: `Remove the rest of it: fathom delete ${id} --now.`,
  });
}

/** Only a run in the trash is removed for good. */
export function notDeleted(id: string): FathomError {
  return new FathomError('misuse', `The run ${id} is not deleted, so it is not removed for good.`, { fix: 'Delete it first.' });
}

/** The outcome names a sample that the run does not have. */
export function unknownSample(id: string, outcome: Outcome): FathomError {
  return new FathomError('storage', `The run ${id} has no sample ${outcome.sampleId}.`);
}

/** The sample has its outcome: a recorded outcome is final. */
export function alreadyRecorded(id: string, outcome: Outcome): FathomError {
  return new FathomError('storage', `The sample ${outcome.sampleId} of run ${id} has an outcome already.`, {
    fix: 'Another process may be working on this run: let it finish, or stop it and resume.',
  });
}

/** Use after `close`. */
export function ledgerClosed(): FathomError {
  return new FathomError('storage', 'The run ledger was closed.');
}
