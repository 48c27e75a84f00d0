import { closeSync, openSync, readSync } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const READ_BYTES = 256 * 1024;

/** A file of request bodies that grows line by line. */
export interface BatchFile {
  readonly byteLength: number;
  /** Adds one entry whole, or nothing when it would take the file beyond its limit; the first one always goes in. */
  add(chunks: Iterable<Uint8Array>): Promise<boolean>;
  /** The bytes, read while they are sent. */
  chunks(): Generator<Uint8Array, void>;
  dispose(): Promise<void>;
}

/** A temporary file, readable by this user alone. */
export async function createBatchFile(maxBytes: number): Promise<BatchFile> {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-batch-'));
  const path = join(folder, 'requests.jsonl');
  const handle: FileHandle = await open(path, 'w', 0o600);
  let length = 0;
  return {
    get byteLength() {
      return length;
    },
    async add(chunks) {
      let end = length;
      for (const chunk of chunks) {
        // Written past the end; an entry that does not fit is cut off again.
        await handle.write(chunk, 0, chunk.length, end);
        end += chunk.length;
        if (end > maxBytes && length > 0) {
          await handle.truncate(length);
          return false;
        }
      }
      length = end;
      return true;
    },
    chunks: () => fileChunks(path),
    async dispose() {
      await handle.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function* fileChunks(path: string): Generator<Uint8Array, void> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const buffer = Buffer.allocUnsafe(READ_BYTES);
      const bytes = readSync(file, buffer, 0, READ_BYTES, null);
      if (bytes === 0) return;
      yield buffer.subarray(0, bytes);
    }
  } finally {
    closeSync(file);
  }
}
