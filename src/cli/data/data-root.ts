import { join, resolve } from 'node:path';
import { cacheDir } from '../ledger-path.ts';

/** Folder of all pulled data: FATHOM_DATA, or `data` in the cache. */
export function dataRoot(): string {
  const named = process.env['FATHOM_DATA']?.trim();
  return named ? resolve(named) : join(cacheDir(), 'data');
}
