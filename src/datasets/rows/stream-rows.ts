import { extname } from 'node:path';
import type { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import type { JsonlRow } from './checked-row.ts';
import type { DataSource } from './data-source.ts';
import { jsonRows } from './json-rows.ts';
import { jsonlRows } from './jsonl-rows.ts';
import { sourceChunks } from './source-chunks.ts';

/**
 * The rows of a data file, one at a time, each checked: .jsonl, .json (an array, or an object whose entries are the rows), .csv or .parquet; the first
 * three also inside a zip archive. Bad rows are told, not thrown. Throws FathomError: `missing` (cannot be read), `data` (broken), `misuse` (another kind).
 */
export async function* streamRows<T>(source: DataSource, schema: z.ZodType<T>): AsyncGenerator<JsonlRow<T>, void> {
  const extension = extname(source.member ?? source.path).toLowerCase();
  if (extension === '.jsonl') yield* jsonlRows(sourceChunks(source), schema);
  else if (extension === '.json') yield* jsonRows(sourceChunks(source), schema);
  else if (extension === '.csv') yield* (await import('./csv-rows.ts')).csvRows(sourceChunks(source), schema);
  else if (extension === '.parquet' && source.member === undefined)
    yield* (await import('./parquet-rows.ts')).parquetRows(source.path, schema);
  else
    throw new FathomError('misuse', `${source.member ?? source.path} is no file of rows.`, {
      fix: 'Rows are read from .jsonl, .json, .csv and .parquet.',
    });
}
