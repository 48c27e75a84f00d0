import { FathomError } from '../../core/index.ts';

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const CLOSED: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ELOOP', 'ENAMETOOLONG']);

/** An error of the disk as one that says what to do; every other as it is. */
export function diskTrouble(cause: unknown, { file, part }: { readonly file: string; readonly part: string }): unknown {
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string' || cause instanceof FathomError) return cause;
  const fix = 'then pull again: it goes on where it ended.';
  if (FULL.has(cause.code))
    return new FathomError('storage', `There is no room for ${file}: ${cause.code}. What was fetched of it is kept in ${part}.`, {
      fix: `Make room, or name a folder on another disk (FATHOM_DATA=DIR), ${fix}`,
      cause,
    });
  if (CLOSED.has(cause.code))
    return new FathomError('storage', `${file} cannot be written: ${cause.message}`, {
      fix: `Make the folder writable, or name another (FATHOM_DATA=DIR), ${fix}`,
      cause,
    });
  return cause;
}
