import { createHash } from 'node:crypto';
import { closeSync, fdatasyncSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { FathomError } from '../core/index.ts';

/** Vectors of texts in a file: each text's vector once, found by the text's digest. Must be closed. */
export interface VectorFile {
  /** Numbers of a vector; undefined while there is none. */
  readonly dimensions: number | undefined;
  readonly size: number;
  /** Tokens that were paid for all of them, as the provider counted. */
  readonly tokens: number;
  get(text: string): Float32Array | undefined;
  /** On the disk before it returns. Throws FathomError `data` for vectors of other dimensions than the file has, `storage` when the disk fails. */
  add(texts: readonly string[], embeddings: { readonly vectors: readonly Float32Array[]; readonly tokens: number }): void;
  close(): void;
}

const MAGIC = Buffer.from('FTHMVEC1');
/** Magic, dimensions (u32), 4 bytes spare. */
const HEADER_BYTES = 16;
const DIGEST_BYTES = 32;
/** Digest of the text, tokens paid with it (u32), the vector (little endian floats), CRC-32 of all that (u32). */
const recordBytes = (dimensions: number) => DIGEST_BYTES + 4 + 4 * dimensions + 4;
/** More dimensions than any encoder has: a header that says so is broken. */
const MOST_DIMENSIONS = 1 << 20;

/**
 * Opens or makes the file. Records are added at the end alone, each with a checksum; whatever a crash or a power cut left behind the last whole record is
 * cut off. One process at a time. Throws FathomError `data` for a file of another kind, `storage` when it cannot be opened.
 */
export function openVectorFile(path: string): VectorFile {
  const fd = opened(path);
  try {
    return vectorFile(fd, path);
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

function vectorFile(fd: number, path: string): VectorFile {
  let dimensions = readHeader(fd, path);
  const places = new Map<string, number>();
  let [end, tokens] = dimensions === undefined ? [0, 0] : readRecords(fd, { dimensions, places });
  ftruncateSync(fd, end);
  const vectorAt = (place: number): Float32Array => {
    const vector = new Float32Array(dimensions!);
    readSync(fd, vector, 0, 4 * dimensions!, place + DIGEST_BYTES + 4);
    return vector;
  };
  return {
    get dimensions() {
      return dimensions;
    },
    get size() {
      return places.size;
    },
    get tokens() {
      return tokens;
    },
    get(text) {
      const place = places.get(keyOf(digestOf(text)));
      return place === undefined ? undefined : vectorAt(place);
    },
    add(texts, { vectors, tokens: paid }) {
      const wanted = dimensions ?? vectors[0]?.length;
      const other = vectors.find((vector) => vector.length !== wanted);
      if (wanted === undefined || vectors.length !== texts.length) throw new Error(`${vectors.length} vectors for ${texts.length} texts`);
      if (other) throw otherDimensions(path, { wanted, found: other.length });
      const header = dimensions === undefined ? headerOf(wanted) : Buffer.alloc(0);
      const records = texts.map((text, i) => recordOf(digestOf(text), vectors[i]!, i === 0 ? paid : 0));
      writeAll(fd, Buffer.concat([header, ...records]), { path, at: end });
      dimensions = wanted;
      texts.forEach((text, i) => places.set(keyOf(digestOf(text)), end + header.length + i * recordBytes(wanted)));
      end += header.length + records.length * recordBytes(wanted);
      tokens += paid;
    },
    close: () => closeSync(fd),
  };
}

function opened(path: string): number {
  try {
    // 'a+' would write at the end whatever the place asked for.
    return openSync(path, 'r+');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw cannot(path, error);
  }
  try {
    return openSync(path, 'wx+');
  } catch (error) {
    throw cannot(path, error);
  }
}

function readHeader(fd: number, path: string): number | undefined {
  const header = Buffer.alloc(HEADER_BYTES);
  // A first write that broke off inside the header left nothing to keep.
  if (readSync(fd, header, 0, HEADER_BYTES, 0) < HEADER_BYTES) return undefined;
  const dimensions = header.readUInt32LE(MAGIC.length);
  if (header.subarray(0, MAGIC.length).equals(MAGIC) && dimensions > 0 && dimensions <= MOST_DIMENSIONS) return dimensions;
  throw new FathomError('data', `${path} is no file of vectors.`, { fix: 'Move it away; vectors are then asked for again.' });
}

function readRecords(
  fd: number,
  { dimensions, places }: { readonly dimensions: number; readonly places: Map<string, number> },
): [number, number] {
  const bytes = recordBytes(dimensions);
  const record = Buffer.alloc(bytes);
  const { size } = fstatSync(fd);
  let [place, tokens] = [HEADER_BYTES, 0];
  for (; place + bytes <= size; place += bytes) {
    readSync(fd, record, 0, bytes, place);
    if (crc32(record.subarray(0, bytes - 4)) !== record.readUInt32LE(bytes - 4)) break;
    places.set(keyOf(record.subarray(0, DIGEST_BYTES)), place);
    tokens += record.readUInt32LE(DIGEST_BYTES);
  }
  return [place, tokens];
}

function headerOf(dimensions: number): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  MAGIC.copy(header);
  header.writeUInt32LE(dimensions, MAGIC.length);
  return header;
}

function recordOf(digest: Buffer, vector: Float32Array, tokens: number): Buffer {
  const record = Buffer.alloc(recordBytes(vector.length));
  digest.copy(record);
  record.writeUInt32LE(Math.min(Math.round(tokens), 2 ** 32 - 1), DIGEST_BYTES);
  vector.forEach((number, i) => record.writeFloatLE(number, DIGEST_BYTES + 4 + 4 * i));
  record.writeUInt32LE(crc32(record.subarray(0, -4)), record.length - 4);
  return record;
}

function writeAll(fd: number, bytes: Buffer, { path, at }: { readonly path: string; readonly at: number }): void {
  try {
    for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
    fdatasyncSync(fd);
  } catch (error) {
    throw cannot(path, error);
  }
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text.toWellFormed()).digest();
const keyOf = (digest: Buffer): string => digest.toString('base64');

const cannot = (path: string, cause: unknown): FathomError =>
  new FathomError('storage', `The vectors in ${path} cannot be kept: ${(cause as Error).message}`, {
    fix: 'Check the disk and the permissions of the folder.',
    cause,
  });

const otherDimensions = (path: string, { wanted, found }: { readonly wanted: number; readonly found: number }): FathomError =>
  new FathomError('data', `The model gave a vector of ${found} dimensions; ${path} has ${wanted}.`, {
    fix: 'Another model answers under this name: name it otherwise, or remove the file to ask for all vectors again.',
  });
