import { createReadStream } from 'node:fs';
import { FathomError } from '../../core/index.ts';
import { requireFile } from '../require-file.ts';
import type { DataSource } from './data-source.ts';

const READ_BYTES = 1 << 20;

/** The bytes of a source, chunk by chunk. Throws FathomError: `missing` when it cannot be read, `data` for a broken archive. */
export async function* sourceChunks({ path, member }: DataSource): AsyncGenerator<Buffer, void> {
  if (member !== undefined) {
    const { zipChunks } = await import('./zip-member.ts');
    yield* zipChunks(path, member);
    return;
  }
  await requireFile(path);
  try {
    yield* createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>;
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new FathomError('missing', `Cannot read ${path}: ${cause.message}`, { fix: 'Check the path and its permissions.', cause });
  }
}
