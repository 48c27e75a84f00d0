import { FathomError } from '../../core/index.ts';
import type { JsonlRow } from './checked-row.ts';

/** What becomes of a row that cannot be read: the run is refused, or the row is passed on with its problem. */
export type BadRows = 'fail' | 'skip';

/** Lets rows through; with `fail` the first bad one throws FathomError `data` naming `file:line`, and so does a file without any. */
export async function* requireRows<T>(
  rows: AsyncIterable<JsonlRow<T>>,
  { file, badRows }: { readonly file: string; readonly badRows: BadRows },
): AsyncGenerator<JsonlRow<T>, void> {
  let count = 0;
  for await (const read of rows) {
    count++;
    if ('problem' in read && badRows === 'fail') {
      throw new FathomError('data', `${file}:${read.line}: ${read.problem}`, {
        fix: `${read.torn ? 'The file may be torn: fetch it again' : 'Compare the row with the documented schema'}, or leave bad rows out: --set badRows=skip.`,
      });
    }
    yield read;
  }
  if (count === 0 && badRows === 'fail') throw noRows(file);
}

/** A file that was fetched or written in vain. */
export function noRows(file: string): FathomError {
  return new FathomError('data', `There are no rows in ${file}.`, { fix: 'Fetch or write it again.' });
}
