import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FathomError } from '../../core/index.ts';
import { compressionOf } from './compression.ts';

/**
 * Writes lines to standard output, or to a file: compressed when its name ends in `.gz` or `.zst`. The file gets its name when it is whole: an export that was
 * broken off leaves none, and an older file stays. Rejects with a FathomError (`storage`) when the file cannot be written.
 */
export async function writeRunFile(path: string | undefined, lines: AsyncIterable<string>): Promise<void> {
  if (path === undefined) return writeToOutput(lines);
  // A device or a pipe has its name already.
  const isPlain = statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;
  const unfinished = isPlain ? `${path}.partial` : path;
  const pack = compressionOf(path)?.pack();
  const text = Readable.from(withLineEnds(lines));
  try {
    await (pack ? pipeline(text, pack, createWriteStream(unfinished)) : pipeline(text, createWriteStream(unfinished)));
    if (isPlain) renameSync(unfinished, path);
  } catch (error) {
    if (isPlain) rmSync(unfinished, { force: true });
    if (error instanceof FathomError || !(error instanceof Error && 'syscall' in error)) throw error;
    throw new FathomError('storage', `The file ${path} cannot be written: ${error.message}.`, {
      fix: 'Name another file, or free some space.',
      cause: error,
    });
  }
}

async function writeToOutput(lines: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(withLineEnds(lines)), process.stdout, { end: false });
  } catch (error) {
    // The reader has seen enough: `fathom export | head`.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

async function* withLineEnds(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}
