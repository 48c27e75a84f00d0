import { statSync } from 'node:fs';
import { FathomError } from '../core/index.ts';

/** Throws FathomError for what is no folder of data files: `misuse` for a file or an empty name, `missing` where there is nothing. */
export function requireDataFolder(path: string): void {
  if (path.trim() === '') throw new FathomError('misuse', 'The data folder has no name.', { fix: 'Write --data DIR.' });
  let isFolder: boolean;
  try {
    isFolder = statSync(path).isDirectory();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    const found = code === 'ENOENT' ? `There is no folder ${path}` : `The folder ${path} cannot be read (${code})`;
    throw new FathomError('missing', `${found}: no data.`, { fix: 'Check the path of --data DIR.', cause });
  }
  if (!isFolder) throw new FathomError('misuse', `${path} is no folder.`, { fix: 'Name the folder that has the data files: --data DIR.' });
}
