import type { z } from 'zod';
import { FathomError } from '../core/index.ts';
import { readJsonlRows } from './rows/jsonl-rows.ts';
import { noRows } from './rows/require-rows.ts';

/**
 * Reads a file of one JSON value per line and checks each row; blank lines are passed over.
 * Throws `missing` (no such file) or `data` (no rows, or naming `file:line`): a torn or wrong row is fatal, because dropping it would change every seeded draw.
 */
export async function readJsonl<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows = await readJsonlRows(file, schema);
  if (rows.length === 0) throw noRows(file);
  return rows.map((read) => {
    if ('row' in read) return read.row;
    throw new FathomError('data', `${file}:${read.line}: ${read.problem}`, {
      fix: read.torn ? 'The file may be torn: fetch or export it again.' : 'Compare the row with the documented schema.',
    });
  });
}
