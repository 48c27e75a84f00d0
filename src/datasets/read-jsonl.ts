import type { z } from 'zod';
import { FathomError } from '../core/index.ts';
import { describeIssue } from './describe-issue.ts';
import { readText } from './read-json.ts';

/**
 * Reads a file of one JSON value per line and checks each row; blank lines are passed over.
 * Throws `missing` (no such file) or `data` naming `file:line`: a torn or wrong row is fatal, because dropping it would change every seeded draw.
 */
export async function readJsonl<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readText(file)).split(/\r?\n/);
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [row(line, schema, `${file}:${i + 1}`)]));
}

function row<T>(line: string, schema: z.ZodType<T>, place: string): T {
  const result = schema.safeParse(parsed(line, place));
  if (result.success) return result.data;
  throw new FathomError('data', `${place}: ${describeIssue(result.error)}`, { fix: 'Compare the row with the documented schema.' });
}

function parsed(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new FathomError('data', `${place}: not a whole JSON value (${line.length} characters)`, {
      fix: 'The file may be torn: fetch or export it again.',
      cause,
    });
  }
}
