import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataOrigin } from '../../core/index.ts';
import { filesFolder, readManifest } from './data-manifest.ts';
import { isPulled } from './pull-file.ts';

/** A copy of a benchmark's data on this machine. */
export interface PulledData {
  readonly id: string;
  readonly folder: string;
  /** Commits of its data sets or of its clone; absent where the folder was filled by hand. */
  readonly revision?: string;
  /** As the data sets' cards declared it when it was pulled. */
  readonly licence?: string;
  /** Files of the benchmark that are there, and those that it has; absent where the folder was filled by hand. */
  readonly files?: { readonly there: number; readonly all: number };
}

/** The copy of a benchmark's data; undefined where there is none. Rejects with FathomError `data` or `storage` for a broken one. */
export async function pulledData(data: DataOrigin, root: string): Promise<PulledData | undefined> {
  const home = join(root, data.id);
  if (data.kind !== 'hub') return handData(data.id, home);
  const manifest = await readManifest(home);
  if (!manifest) return undefined;
  const folder = filesFolder(home, manifest);
  const files = manifest.listings.flatMap((listing) => listing.files);
  const there = (await Promise.all(files.map((file) => isPulled(file, folder)))).filter(Boolean).length;
  if (there === 0) return undefined;
  const licences = [...new Set(manifest.listings.flatMap(({ licence }) => licence ?? []))];
  const revision = manifest.listings.map((listing) => listing.revision).join(' ');
  return {
    id: data.id,
    folder,
    revision,
    files: { there, all: files.length },
    ...(licences.length > 0 && { licence: licences.join(', ') }),
  };
}

/** Where data that is fetched by hand is looked for. */
export function handFolder(data: DataOrigin, root: string): string {
  return join(root, data.id);
}

/** Bytes of a copy: files of all revisions and parts of files. */
export async function copyBytes(id: string, root: string): Promise<number> {
  const entries = await readdir(join(root, id), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name)).catch(() => undefined))?.size ?? 0),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Removes a copy with all its revisions. */
export async function removeCopy(id: string, root: string): Promise<void> {
  await rm(join(root, id), { recursive: true, force: true });
}

async function handData(id: string, home: string): Promise<PulledData | undefined> {
  const names = await readdir(home).catch(() => []);
  if (names.length === 0) return undefined;
  const revision = await cloneRevision(home);
  return { id, folder: home, ...(revision !== undefined && { revision }) };
}

/** The commit of a clone, out of git's own files. */
async function cloneRevision(home: string): Promise<string | undefined> {
  const read = async (name: string) => (await readFile(join(home, '.git', name), 'utf8').catch(() => '')).trim();
  const head = await read('HEAD');
  const ref = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
  if (ref === undefined) return commitIn(head);
  if (ref.includes('..')) return undefined;
  const packed = (await read('packed-refs')).split('\n').find((line) => line.endsWith(` ${ref}`));
  return commitIn(await read(ref)) ?? commitIn(packed?.split(' ')[0] ?? '');
}

const commitIn = (text: string): string | undefined => (/^[0-9a-f]{40,64}$/.test(text) ? text : undefined);
