import { FathomError } from '../../core/index.ts';

/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const REFUSED = /[\\\p{Cc}]/u;
const LONGEST_CHARS = 1024;

/** A path of a listing, as it is, where it stays inside of any folder on any system. Throws FathomError `data` for every other. */
export function safePath(path: string): string {
  const isSafe =
    path.length <= LONGEST_CHARS &&
    !REFUSED.test(path) &&
    !/^[a-z]:/i.test(path) &&
    path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !DEVICE.test(part) && !/[. ]$/.test(part));
  if (isSafe) return path;
  throw new FathomError('data', `The hub lists a file under a name that cannot be kept: ${JSON.stringify(path.slice(0, 100))}.`, {
    fix: 'Nothing was written. Fetch the files by hand and name their folder: --data DIR.',
  });
}
