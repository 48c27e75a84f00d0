import { extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { describeIssue, readJsonlRows, readText, type JsonlRow } from '../../datasets/index.ts';

/** The rows of a .csv file with a head line, or of a .jsonl file. Rejects with FathomError: `missing`, `misuse` (another kind of file), `data` (no CSV). */
export async function readTable<T>(file: string, schema: z.ZodType<T>): Promise<readonly JsonlRow<T>[]> {
  const extension = extname(file).toLowerCase();
  if (extension === '.jsonl') return readJsonlRows(file, schema);
  if (extension !== '.csv') throw new FathomError('misuse', `${file} is no table of Multi-IF.`, { fix: 'Name a .csv or .jsonl file.' });
  return (await records(file)).map(({ record, info }) => {
    const read = schema.safeParse(record);
    return { line: info.lines, ...(read.success ? { row: read.data } : { problem: describeIssue(read.error) }) };
  });
}

interface CsvRecord {
  readonly record: unknown;
  readonly info: { readonly lines: number };
}

async function records(file: string): Promise<readonly CsvRecord[]> {
  const text = await readText(file);
  try {
    return parse(text, { columns: true, info: true, skip_empty_lines: true }) as unknown as readonly CsvRecord[];
  } catch (cause) {
    throw new FathomError('data', `${file}: not CSV: ${cause instanceof Error ? cause.message : String(cause)}`, {
      fix: 'Fetch or export the file again.',
      cause,
    });
  }
}
