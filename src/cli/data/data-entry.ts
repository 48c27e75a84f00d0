import { copyBytes, handFolder, pulledData } from '../../datasets/hub/index.ts';
import { fetchCommands, originOf, type DataFamily } from './data-families.ts';

/** An entry of `fathom data list --json`. Fields are only ever added. */
export interface DataEntry {
  readonly family: string;
  readonly title: string;
  /** hub, git or page. */
  readonly kind: string;
  readonly source: string;
  /** As declared by its makers; `licenceOnHub`: by the data set's card when it was pulled. */
  readonly licence: string;
  readonly licenceOnHub?: string;
  readonly pulled: boolean;
  readonly folder?: string;
  readonly revision?: string;
  /** All revisions, and parts of files. */
  readonly bytes: number;
  readonly files?: { readonly there: number; readonly all: number };
  /** What fetches it, a line each. */
  readonly fetch: readonly string[];
}

/** What is on this machine of a benchmark's data. */
export async function dataEntry(family: DataFamily, root: string): Promise<DataEntry> {
  const { id, title, data } = family;
  const copy = await pulledData(data, root);
  return {
    family: id,
    title,
    kind: data.kind,
    source: originOf(data),
    licence: data.licence,
    ...(copy?.licence !== undefined && { licenceOnHub: copy.licence }),
    pulled: copy !== undefined,
    ...(copy && { folder: copy.folder }),
    ...(copy?.revision !== undefined && { revision: copy.revision }),
    bytes: await copyBytes(data.id, root),
    ...(copy?.files && { files: copy.files }),
    fetch: fetchCommands(family, handFolder(data, root)),
  };
}
