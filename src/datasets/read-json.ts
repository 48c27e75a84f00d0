import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { FathomError } from '../core/index.ts';
import { describeIssue } from './describe-issue.ts';
import { requireFile } from './require-file.ts';

/** Reads a text file as UTF-8, without its byte order mark. Throws `missing` when it cannot be read. */
export async function readText(file: string): Promise<string> {
  await requireFile(file);
  try {
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    throw new FathomError('missing', `Cannot read ${file}: ${reasonOf(cause)}`, { fix: 'Check the path and its permissions.', cause });
  }
}

/** Reads one JSON value and checks it. Throws `missing` (no such file) or `data` (broken JSON, wrong shape) naming `file:line`. */
export async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  const text = await readText(file);
  return checked(parsed(text, file), schema, file);
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const line = lineOf(text, cause);
    throw new FathomError('data', `${file}:${line}: not valid JSON: ${reasonOf(cause)}`, { fix: 'Fetch or export the file again.', cause });
  }
}

function checked<T>(value: unknown, schema: z.ZodType<T>, file: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new FathomError('data', `${file}:1: ${describeIssue(result.error)}`, { fix: 'Compare the file with the documented schema.' });
}

/** V8 names the position in its message; a text that ends too early has none, so its last line is meant. */
function lineOf(text: string, cause: unknown): number {
  const at = /position (\d+)/.exec(reasonOf(cause))?.[1];
  return text.slice(0, at === undefined ? text.length : Number(at)).split('\n').length;
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
