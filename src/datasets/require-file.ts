import { stat } from 'node:fs/promises';
import { FathomError } from '../core/index.ts';

/** Throws FathomError `missing` for a pipe, a device or a folder: reading some of them would wait without end. What is not there is for the reader to tell. */
export async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || found.isFile()) return;
  const kind = found.isDirectory() ? 'a folder' : found.isFIFO() ? 'a named pipe' : found.isSocket() ? 'a socket' : 'a device';
  throw new FathomError('missing', `Cannot read ${path}: it is ${kind}, not a file.`, {
    fix: 'Copy its content into a file, and name that.',
  });
}
