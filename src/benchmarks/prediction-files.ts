import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FathomError } from '../core/index.ts';
import type { BadRow } from './stored-predictions.ts';

/** What a benchmark's prediction files look like. */
export interface FileForm {
  /** End of a file's name, after the task's: `.pred.jsonl`. */
  readonly suffix: string;
  /** Where such a folder comes from, for messages. */
  readonly hint: string;
}

/** Bad rows that a message lists. */
const LISTED = 10;

/**
 * The prediction files of folders, with the names of their tasks. Rejects with FathomError `missing` (no such folder, no such file in it) or `misuse` (a task in two
 * folders).
 */
export async function predictionFiles(folders: readonly string[], form: FileForm): Promise<readonly { path: string; task: string }[]> {
  const found = (await Promise.all(folders.map((folder) => filesIn(folder, form)))).flat();
  for (const [i, { path, task }] of found.entries()) {
    const other = found.slice(0, i).find((each) => each.task === task);
    if (other) throw new FathomError('misuse', `${task} is in two folders: ${other.path}, ${path}.`, { fix: 'Score one model at a time.' });
  }
  return found;
}

async function filesIn(folder: string, { suffix, hint }: FileForm): Promise<readonly { path: string; task: string }[]> {
  const fix = `Name a folder of <task>${suffix} files: ${hint}.`;
  const names = await readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === 'ENOENT' ? 'there is none' : cause.message;
    throw new FathomError('missing', `Cannot read the folder ${folder}: ${reason}`, { fix, cause });
  });
  const files = names.filter((name) => name.endsWith(suffix));
  if (files.length === 0) throw new FathomError('missing', `There are no predictions (*${suffix}) in ${folder}.`, { fix });
  return files.map((name) => ({ path: join(folder, name), task: name.slice(0, -suffix.length) }));
}

/** The error for rows that cannot be scored, up to ten of them listed as `file:line`. */
export function badRowsError(rows: readonly BadRow[]): FathomError {
  const listed = rows.slice(0, LISTED).map(({ file, line, problem }) => `${file}:${line}: ${problem}`);
  const more = rows.length > LISTED ? [`… and ${rows.length - LISTED} more`] : [];
  return new FathomError('data', `Bad rows:\n  ${[...listed, ...more].join('\n  ')}`, {
    fix: 'Correct them, or leave them out with --skip-bad-rows.',
  });
}
