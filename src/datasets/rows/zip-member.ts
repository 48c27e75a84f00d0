import { openPromise, type ZipFile } from 'yauzl';
import { FathomError } from '../../core/index.ts';
import { requireFile } from '../require-file.ts';

/** Names of the files in a zip archive. Throws FathomError `data` for what is no archive. */
export async function zipMembers(path: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { fileName } of entriesOf(path)) if (!fileName.endsWith('/')) names.push(fileName);
  return names;
}

/** The bytes of a file in a zip archive, read as they are inflated: memory holds a chunk. Throws FathomError: `missing`, or `data` for a broken archive. */
export async function* zipChunks(path: string, member: string): AsyncGenerator<Buffer, void> {
  for await (const { fileName, open } of entriesOf(path)) if (fileName === member) return yield* open();
  throw new FathomError('missing', `There is no ${member} in ${path}.`, { fix: 'Fetch the archive again.' });
}

interface Member {
  readonly fileName: string;
  open(): AsyncGenerator<Buffer, void>;
}

async function* entriesOf(path: string): AsyncGenerator<Member, void> {
  await requireFile(path);
  let zip: ZipFile | undefined;
  try {
    const archive = await openPromise(path, { lazyEntries: true, autoClose: false });
    zip = archive;
    for await (const entry of archive.eachEntry()) {
      yield {
        fileName: entry.fileName,
        async *open() {
          try {
            yield* (await archive.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
          } catch (cause) {
            throw noArchive(path, cause);
          }
        },
      };
    }
  } catch (cause) {
    throw cause instanceof FathomError ? cause : noArchive(path, cause);
  } finally {
    zip?.close();
  }
}

function noArchive(path: string, cause: unknown): FathomError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new FathomError('data', `Cannot read the archive ${path}: ${reason}`, {
    fix: 'Fetch it again, or unpack it and name its folder.',
    cause,
  });
}
