import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { describeIssue } from '../describe-issue.ts';
import { diskTrouble } from './disk-trouble.ts';
import { hubListingSchema } from './hub-listing.ts';

/** What was pulled, and what the data sets had then: no network is needed to say what is missing. */
const manifestSchema = z.strictObject({
  version: z.literal(1),
  /** Revision that was asked for: a branch, a tag or a commit. */
  asked: z.string(),
  listings: z.array(hubListingSchema).min(1),
});
export type DataManifest = z.infer<typeof manifestSchema>;

const NAME = 'manifest.json';

/** The manifest of a copy; undefined where nothing was pulled. Rejects with FathomError `data` for a broken one. */
export async function readManifest(home: string): Promise<DataManifest | undefined> {
  const file = join(home, NAME);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw new FathomError('storage', `Cannot read ${file}: ${(cause as Error).message}`, { fix: 'Check its permissions.', cause });
  }
  const read = manifestSchema.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new FathomError('data', `${file} is broken: ${describeIssue(read.error)}`, {
    fix: 'Remove the copy with fathom data remove, and pull again.',
  });
}

/** Writes it whole or not at all. */
export async function writeManifest(home: string, manifest: DataManifest): Promise<void> {
  const [file, part] = [join(home, NAME), join(home, `${NAME}.${process.pid}.part`)];
  try {
    await mkdir(home, { recursive: true });
    await writeFile(part, JSON.stringify(manifest, null, 1));
    await rename(part, file);
  } catch (cause) {
    throw diskTrouble(cause, { file, part });
  }
}

/** Folder of the files of a manifest: a revision each, so that runs of an older one find theirs. */
export function filesFolder(home: string, { listings }: DataManifest): string {
  return join(home, listings.map(({ revision }) => revision.slice(0, 12)).join('-'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
