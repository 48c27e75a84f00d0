import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';
import { readLines } from './read-lines.ts';

/** A row that was read, or what is wrong with it. `line`: where it stands in the file, from 1. */
export type JsonlRow<T> = { readonly line: number } & ({ readonly row: T } | { readonly problem: string; readonly torn?: true });

/**
 * Reads a file of one JSON value per line, row by row: memory holds one row. Each row is checked; blank lines are passed over. Bad rows are told, not
 * thrown; throws FathomError `missing` when the file cannot be read.
 */
export async function* streamJsonlRows<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<JsonlRow<T>, void> {
  for await (const { line, bytes } of readLines(file)) {
    if (bytes === undefined) yield { line, problem: 'the row is longer than a text can be' };
    else if (!isUtf8(bytes)) yield { line, problem: 'not UTF-8' };
    else {
      const text = bytes.toString('utf8');
      if (text.trim() !== '') yield { line, ...checked(text, schema) };
    }
  }
}

/** {@link streamJsonlRows}, all rows at once. */
export async function readJsonlRows<T>(file: string, schema: z.ZodType<T>): Promise<JsonlRow<T>[]> {
  return Array.fromAsync(streamJsonlRows(file, schema));
}

function checked<T>(text: string, schema: z.ZodType<T>): { readonly row: T } | { readonly problem: string; readonly torn?: true } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: `not a whole JSON value (${text.length} characters)`, torn: true };
  }
  const result = schema.safeParse(value);
  return result.success ? { row: result.data } : { problem: describeIssue(result.error) };
}
