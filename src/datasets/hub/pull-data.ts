import { mkdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { FathomError, nearestName, type HubData } from '../../core/index.ts';
import { filesFolder, readManifest, writeManifest, type DataManifest } from './data-manifest.ts';
import { diskTrouble } from './disk-trouble.ts';
import type { HubAccess } from './hub-access.ts';
import { listHub, type HubFile } from './hub-listing.ts';
import { isPulled, pullFile } from './pull-file.ts';

/** What is pulled, and how. */
export interface PullOptions {
  /** Folder of all copies. */
  readonly root: string;
  readonly access: HubAccess;
  /** Paths, names or patterns of files. Default: all that the benchmark reads. */
  readonly files?: readonly string[];
  /** A branch, a tag or a commit. Default: that of the copy at hand, else `main`. */
  readonly revision?: string;
  /** Asks the hub whether there is a newer one. */
  readonly refresh?: boolean;
  /** Asks nobody. */
  readonly offline?: boolean;
  readonly onProgress?: (progress: PullProgress) => void;
}

/** How far it is. */
export interface PullProgress {
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
}

/** What is there after it. */
export interface Pull {
  readonly id: string;
  readonly folder: string;
  readonly revisions: readonly { readonly repo: string; readonly revision: string; readonly licence?: string }[];
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly fetched: boolean }[];
}

/** A file, and the data set that has it. */
interface Wanted {
  readonly file: HubFile;
  readonly repo: string;
  readonly revision: string;
}

/**
 * Makes sure that the files of a benchmark are in our copy: what is there is not fetched again, and when all is there nobody is asked. Rejects with
 * FathomError: `misuse` (no such file), `missing` (hub, network, offline), `data` (not what the hub lists), `storage` (disk).
 */
export async function pullData(data: HubData, options: PullOptions): Promise<Pull> {
  const home = join(options.root, data.id);
  const old = await readManifest(home);
  const manifest = old && !asksAnew(old, options) ? old : await manifestOf(data, options);
  const folder = filesFolder(home, manifest);
  const wanted = wantedFiles(manifest, options.files);
  const there = await Promise.all(wanted.map(({ file }) => isPulled(file, folder)));
  const missing = wanted.filter((_, i) => !there[i]);
  if (missing.length > 0) {
    if (options.offline) throw offline(data, missing);
    await mkdir(folder, { recursive: true }).catch((cause: unknown) => {
      throw diskTrouble(cause, { file: folder, part: folder });
    });
    await fetchAll(missing, { ...options, folder, parts: join(home, 'parts') });
  }
  if (manifest !== old) await writeManifest(home, manifest);
  return {
    id: data.id,
    folder,
    revisions: manifest.listings.map(({ repo, revision, licence }) => ({ repo, revision, ...(licence !== undefined && { licence }) })),
    files: wanted.map(({ file }, i) => ({ path: file.to, bytes: file.bytes, fetched: !there[i] })),
  };
}

function asksAnew({ asked, listings }: DataManifest, { revision, refresh }: PullOptions): boolean {
  return refresh === true || (revision !== undefined && revision !== asked && listings.some((each) => each.revision !== revision));
}

async function manifestOf(data: HubData, { access, revision = 'main', offline: isOffline }: PullOptions): Promise<DataManifest> {
  if (isOffline)
    throw new FathomError('missing', `The data of ${data.id} is not in the copy${revision === 'main' ? '' : ` at revision ${revision}`}.`, {
      fix: 'Pull it without --offline, or name a folder with it: --data DIR.',
    });
  const listings: DataManifest['listings'] = [];
  for (const repo of data.repos) listings.push(await listHub(repo, { revision, access }));
  return { version: 1, asked: revision, listings };
}

function wantedFiles({ listings }: DataManifest, names: readonly string[] = []): readonly Wanted[] {
  const all = listings.flatMap(({ repo, revision, files }) => files.map((file): Wanted => ({ file, repo, revision })));
  if (names.length === 0) return all;
  const found = names.map((name) => all.filter(({ file }) => isNamed(file, name)));
  const unknown = names[found.findIndex((each) => each.length === 0)];
  if (unknown === undefined) return [...new Set(found.flat())];
  const known = all.map(({ file }) => file.to);
  const nearest = nearestName(unknown, known);
  throw new FathomError('misuse', `The benchmark reads no file ${JSON.stringify(unknown)}.`, {
    fix: nearest === undefined ? `It reads ${listed(known)}.` : `Did you mean ${nearest}?`,
  });
}

function isNamed({ to, path }: HubFile, name: string): boolean {
  return [to, path, posix.basename(to)].some((each) => each === name || posix.matchesGlob(each, name));
}

async function fetchAll(
  missing: readonly Wanted[],
  { access, folder, parts, onProgress }: PullOptions & { readonly folder: string; readonly parts: string },
): Promise<void> {
  const totalBytes = missing.reduce((sum, { file }) => sum + file.bytes, 0);
  let before = 0;
  for (const { file, repo, revision } of missing) {
    const onBytes = (bytes: number) => onProgress?.({ file: file.to, doneBytes: before + bytes, totalBytes });
    await pullFile(file, { repo, revision, access, folder, parts, onBytes });
    before += file.bytes;
  }
}

function offline(data: HubData, missing: readonly Wanted[]): FathomError {
  const names = missing.map(({ file }) => file.to);
  return new FathomError('missing', `${names.length} of the files of ${data.id} are not in the copy: ${listed(names)}.`, {
    fix: 'Pull them without --offline.',
  });
}

/** Names that a message can hold. */
function listed(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ');
}
