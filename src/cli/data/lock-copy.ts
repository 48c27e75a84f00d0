import { mkdirSync } from 'node:fs';
import { FathomError } from '../../core/index.ts';
import { lockRun } from '../run-lock.ts';

/** Keeps other processes of this machine from pulling into the same copy or removing it. Gives the function that lets go. Throws FathomError: `misuse`, `storage`. */
export function lockCopy(home: string): () => void {
  try {
    mkdirSync(home, { recursive: true });
    return lockRun(home, 'pull');
  } catch (cause) {
    if (cause instanceof FathomError && cause.code === 'misuse')
      throw new FathomError('misuse', `Another process is pulling into ${home}.`, { fix: 'Let it finish.', cause });
    const reason = (cause as NodeJS.ErrnoException).code ?? 'no lock';
    throw new FathomError('storage', `The folder ${home} cannot be written (${reason}).`, {
      fix: 'Make it writable, or name another: FATHOM_DATA=DIR.',
      cause,
    });
  }
}
