import type { JsonObject } from '../core/index.ts';
import { readDataOptions, type DataFamily, type DataSettings } from './data-options.ts';

/** Options of a task that is built from texts of the user, or from built-in ones. */
export interface BuilderSettings extends DataSettings {
  /** Whether a folder was named; where none was, `dataDir` means nothing. */
  readonly hasFolder: boolean;
}

/** Reads them. Throws FathomError `misuse` that names what was found and what is allowed. */
export function readBuilderOptions(
  { dataDir, ...rest }: JsonObject,
  { family, repeats }: { readonly family: DataFamily; readonly repeats: number },
): BuilderSettings {
  return { ...readDataOptions({ repeats, ...rest, dataDir: dataDir ?? '.' }, family), hasFolder: dataDir !== undefined };
}
