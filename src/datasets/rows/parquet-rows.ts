import { open } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parquetMetadataAsync, parquetReadObjects, type AsyncBuffer } from 'hyparquet';
import type { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { requireFile } from '../require-file.ts';
import { checkedRow, type JsonlRow } from './checked-row.ts';

const COMPRESSORS = {
  GZIP: (input: Uint8Array) => gunzipSync(input),
  ZSTD: (input: Uint8Array) => zstdDecompressSync(input),
  BROTLI: (input: Uint8Array) => brotliDecompressSync(input),
};

/** Rows of a Parquet file, one row group in memory at a time; whole numbers are plain numbers. Throws FathomError: `missing`, or `data` for what is no Parquet. */
export async function* parquetRows<T>(path: string, schema: z.ZodType<T>): AsyncGenerator<JsonlRow<T>, void> {
  await requireFile(path);
  const handle = await open(path).catch((cause: NodeJS.ErrnoException) => {
    throw new FathomError('missing', `Cannot read ${path}: ${cause.message}`, { fix: 'Check the path and its permissions.', cause });
  });
  try {
    const { size } = await handle.stat();
    const file: AsyncBuffer = {
      byteLength: size,
      async slice(start, end = size) {
        const bytes = new Uint8Array(end - start);
        await handle.read(bytes, 0, bytes.length, start);
        return bytes.buffer;
      },
    };
    const metadata = await parquetMetadataAsync(file);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      const rows = await parquetReadObjects({ file, metadata, rowStart, rowEnd, compressors: COMPRESSORS });
      for (const [i, row] of rows.entries()) yield { line: rowStart + i + 1, ...checkedRow(plain(row), schema) };
      rowStart = rowEnd;
    }
  } catch (cause) {
    if (cause instanceof FathomError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FathomError('data', `${path} cannot be read as Parquet: ${reason}`, { fix: 'Fetch it again.', cause });
  } finally {
    await handle.close();
  }
}

/** Parquet's 64-bit numbers as plain ones, at any depth. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}
