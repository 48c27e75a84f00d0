import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Corpus, TokenIndex } from '../../core/index.ts';

/** Counts of another version are not read: raise it whenever chunks or any tokenizer's counts change. */
const INDEX_VERSION = 1;

/*
 * File: one line of JSON {format, digest, tokenizer, chunks, sha256}, then `offsets` and `tokens` as little-endian float64.
 * `sha256` covers the two arrays.
 */
const FORMAT = `fathom-token-index-${INDEX_VERSION}`;

/** The index kept in `folder`, or undefined when there is none or it is torn, foreign or unreadable. */
export async function readIndex(folder: string, corpus: Corpus, tokenizer: string): Promise<TokenIndex | undefined> {
  const file = await readFile(pathOf(folder, corpus, tokenizer)).catch(() => undefined);
  const headEnd = file?.indexOf(10) ?? -1;
  if (file === undefined || headEnd < 0) return undefined;
  const body = file.subarray(headEnd + 1);
  const numbers = body.length / 8;
  if (file.toString('utf8', 0, headEnd) !== headOf(corpus, tokenizer, body) || !Number.isInteger(numbers / 2)) return undefined;
  const both = new Float64Array(numbers);
  new Uint8Array(both.buffer).set(body);
  return { corpus, tokenizer, offsets: both.slice(0, numbers / 2), tokens: both.slice(numbers / 2) };
}

/** Writes the index whole or not at all. A disk that is full or read-only is no error: the index is only made again next time. */
export async function writeIndex(folder: string, index: TokenIndex): Promise<void> {
  const path = pathOf(folder, index.corpus, index.tokenizer);
  const temporary = `${path}.${randomUUID()}.tmp`;
  const body = Buffer.concat([bytesOf(index.offsets), bytesOf(index.tokens)]);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, [Buffer.from(`${headOf(index.corpus, index.tokenizer, body)}\n`), body]);
    await rename(temporary, path);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

function pathOf(folder: string, corpus: Corpus, tokenizer: string): string {
  return join(folder, `${corpus.digest}-${tokenizer.replaceAll(/[^\w.-]/g, '_')}-v${INDEX_VERSION}.index`);
}

function headOf(corpus: Corpus, tokenizer: string, body: Uint8Array): string {
  const sha256 = createHash('sha256').update(body).digest('hex');
  return JSON.stringify({ format: FORMAT, digest: corpus.digest, tokenizer, chunks: body.length / 16 - 1, sha256 });
}

function bytesOf(numbers: Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
