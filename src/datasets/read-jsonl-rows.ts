import type { z } from 'zod';
import { describeIssue } from './describe-issue.ts';
import { readText } from './read-json.ts';

/** A row that was read, or what is wrong with it. `line`: where it stands in the file, from 1. */
export type JsonlRow<T> = { readonly line: number } & ({ readonly row: T } | { readonly problem: string; readonly torn?: true });

/** Reads a file of one JSON value per line and checks each row; blank lines are passed over. Bad rows are told, not thrown; throws `missing` (no such file). */
export async function readJsonlRows<T>(file: string, schema: z.ZodType<T>): Promise<JsonlRow<T>[]> {
  const lines = (await readText(file)).split(/\r?\n/);
  return lines.flatMap((text, i) => (text.trim() === '' ? [] : [{ line: i + 1, ...checked(text, schema) }]));
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
