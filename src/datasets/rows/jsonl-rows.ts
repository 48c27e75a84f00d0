import type { z } from 'zod';
import { parsedRow, rowText, type JsonlRow } from './checked-row.ts';
import { readLines } from './read-lines.ts';
import { sourceChunks } from './source-chunks.ts';

/** One JSON value per line, row by row: memory holds one row. Blank lines are passed over. */
export async function* jsonlRows<T>(chunks: AsyncIterable<Buffer>, schema: z.ZodType<T>): AsyncGenerator<JsonlRow<T>, void> {
  for await (const { line, bytes } of readLines(chunks)) {
    const read = rowText(bytes);
    if ('problem' in read) yield { line, problem: read.problem };
    else if (read.text.trim() !== '') yield { line, ...parsedRow(read.text, schema) };
  }
}

/** All rows of a file of one JSON value per line, each checked. Bad rows are told, not thrown; throws FathomError `missing` when the file cannot be read. */
export async function readJsonlRows<T>(file: string, schema: z.ZodType<T>): Promise<JsonlRow<T>[]> {
  return Array.fromAsync(jsonlRows(sourceChunks({ path: file }), schema));
}
