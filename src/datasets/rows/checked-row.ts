import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import { describeIssue } from '../describe-issue.ts';

/** A row that was read, or what is wrong with it. `line`: where it begins in the file, from 1 (of Parquet: its number). */
export type JsonlRow<T> = { readonly line: number } & CheckedRow<T>;

/** `torn`: the file may have been cut. */
export type CheckedRow<T> = { readonly row: T } | { readonly problem: string; readonly torn?: true };

/** The text of a row, or what is wrong with it. */
export function rowText(bytes: Buffer | undefined): { readonly text: string } | { readonly problem: string } {
  if (bytes === undefined) return { problem: 'the row is longer than a text can be' };
  return isUtf8(bytes) ? { text: bytes.toString('utf8') } : { problem: 'not UTF-8' };
}

/** Parses the text of a row and checks it. */
export function parsedRow<T>(text: string, schema: z.ZodType<T>): CheckedRow<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: `not a whole JSON value (${text.length} characters)`, torn: true };
  }
  return checkedRow(value, schema);
}

/** Checks a row that is a value already. */
export function checkedRow<T>(value: unknown, schema: z.ZodType<T>): CheckedRow<T> {
  const result = schema.safeParse(value);
  return result.success ? { row: result.data } : { problem: describeIssue(result.error) };
}
