import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { FathomError, type Ledger, type RunEntry } from '../../core/index.ts';
import { createMemoryLedger } from '../memory-ledger.ts';
import { runLines } from './run-lines.ts';
import { writeRunFile } from './write-run-file.ts';

/** A folder for a test file, and paths in it that nothing has used. */
export function runFileFolder() {
  let root = '';
  let files = 0;
  beforeAll(() => void (root = mkdtempSync(join(tmpdir(), 'fathom-run-file-'))));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  return { folder: () => root, fresh: (ending = '.jsonl') => join(root, `${(files += 1)}${ending}`) };
}

async function* streamOf(entries: readonly RunEntry[]): AsyncGenerator<RunEntry> {
  yield* entries;
}

/** A ledger in memory that holds these runs. */
export async function ledgerOf(entries: readonly RunEntry[]): Promise<Ledger> {
  const ledger = createMemoryLedger();
  await ledger.importRuns(streamOf(entries));
  return ledger;
}

/** Writes the runs of a ledger to a file, oldest first, and gives its path. */
export async function writeAll(ledger: Ledger, path: string): Promise<string> {
  const runs = (await ledger.runs()).toReversed();
  await writeRunFile(
    path,
    (async function* lines() {
      for (const run of runs) yield* runLines(ledger, run);
    })(),
  );
  return path;
}

/** Code and message of the FathomError that the work must reject with. */
export async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FathomError) return `${error.code} ${error.message}`;
  throw new Error('expected a FathomError', { cause: error });
}
