import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FathomError } from '../core/index.ts';

/**
 * Keeps other processes of this machine from answering the same run, so that no sample is paid for twice. Gives the function that lets go.
 * A lock whose process is gone (kill -9, power) is taken over. Throws a FathomError when another process works on the run.
 */
export function lockRun(folder: string, runId: string): () => void {
  const file = join(folder, `${runId}.lock`);
  if (!take(file)) {
    const holder = Number(readFileSync(file, 'utf8'));
    if (isAlive(holder)) {
      throw new FathomError('misuse', `Another process (${holder}) is working on run ${runId}.`, {
        fix: 'Let it finish or stop it with Ctrl-C, then resume. If it is no Fathom, remove ' + file,
      });
    }
    rmSync(file, { force: true });
    take(file);
  }
  return () => rmSync(file, { force: true });
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new FathomError('storage', `The run cannot be locked: ${file} cannot be written.`, {
      cause: error,
      fix: 'Check the disk and the permissions of the folder.',
    });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
