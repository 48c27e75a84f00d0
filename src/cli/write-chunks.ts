import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FathomError } from '../core/index.ts';

/**
 * Writes chunks to a file as they come, and gives its path; without a file, to standard output. The file gets its name when it is whole.
 * @throws FathomError `storage` when it cannot be written
 */
export async function writeChunks(file: string | undefined, chunks: AsyncIterable<string | Uint8Array>): Promise<string | undefined> {
  if (file === undefined) return void (await toOutput(chunks));
  const path = resolve(file);
  // A device or a pipe has its name already.
  const isPlain = statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  const unfinished = isPlain ? `${path}.partial` : path;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(unfinished));
    if (isPlain) renameSync(unfinished, path);
  } catch (cause) {
    if (isPlain) rmSync(unfinished, { force: true });
    if (cause instanceof FathomError || !(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new FathomError('storage', `The report cannot be written to ${path}: ${cause.message}`, {
      cause,
      fix: 'The run is safe in the ledger: write it elsewhere with fathom report -o FILE.',
    });
  }
  return path;
}

async function toOutput(chunks: AsyncIterable<string | Uint8Array>): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), process.stdout, { end: false });
  } catch (error) {
    // The reader has seen enough: `fathom report --format csv --per sample | head`.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
