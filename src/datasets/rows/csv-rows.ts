import { pipeline, Readable } from 'node:stream';
import { parse, type CsvError } from 'csv-parse';
import type { z } from 'zod';
import { checkedRow, type JsonlRow } from './checked-row.ts';

/** Rows of a CSV text with a head line, each an object of texts; memory holds one. A missing field is absent. A broken quote ends the reading with its
 * problem. */
export async function* csvRows<T>(chunks: AsyncIterable<Buffer>, schema: z.ZodType<T>): AsyncGenerator<JsonlRow<T>, void> {
  const parser = parse({ columns: true, bom: true, info: true, skip_empty_lines: true, relax_column_count: true });
  // The loop below meets the errors of both.
  pipeline(Readable.from(chunks), parser, () => undefined);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ readonly record: unknown; readonly info: { readonly lines: number } }>) {
      line = info.lines;
      yield { line, ...checkedRow(record, schema) };
    }
  } catch (error) {
    if (!isCsvError(error)) throw error;
    yield { line: error.lines ?? line, problem: `not CSV: ${error.message}`, torn: true };
  }
}

function isCsvError(error: unknown): error is CsvError & { readonly lines?: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
