import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The first of these files (relative to the folder) that is there. */
export function findDataFile(folder: string, names: readonly string[]): string | undefined {
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}
