import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { lstat, mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { FathomError } from '../../core/index.ts';
import { diskTrouble } from './disk-trouble.ts';
import { hubFetch, type HubAccess } from './hub-access.ts';
import type { HubFile } from './hub-listing.ts';
import { HubStatusError, hubTrouble } from './hub-trouble.ts';

/** Where a file comes from and goes to. */
export interface PullFile {
  readonly repo: string;
  readonly revision: string;
  readonly access: HubAccess;
  /** Folder of the copy. */
  readonly folder: string;
  /** Folder of files that are not whole yet. */
  readonly parts: string;
  /** Bytes that are there. */
  readonly onBytes?: (bytes: number) => void;
}

/** A connection may break so often in a row without bringing a byte. */
const BREAKS = 3;

/**
 * Fetches a file into its place: bytes go to a part file, which goes on where it ended, now or at the next call; its size and checksum are compared before it
 * gets its name. The client library's own stream tells no status of a failure and would take a whole file for its rest. Rejects with FathomError: `missing`
 * (hub, network; the part stays), `data` (other bytes than listed; the part goes), `storage` (disk; it stays).
 */
export async function pullFile(file: HubFile, pull: PullFile): Promise<void> {
  const part = join(pull.parts, `${file.digest.hex}.part`);
  try {
    await mkdir(pull.parts, { recursive: true });
    await fetchPart(file, part, pull);
    await requireDigest(file, part);
    await rename(part, await placeOf(file, pull.folder));
  } catch (cause) {
    throw diskTrouble(cause, { file: file.path, part });
  }
}

async function fetchPart(file: HubFile, part: string, pull: PullFile): Promise<void> {
  let [breaks, had] = [0, -1];
  for (;;) {
    const handle = await open(part, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), 0o644);
    let bytes: number;
    try {
      bytes = await kept(handle, file);
      if (bytes === file.bytes) return;
      breaks = bytes > had ? 0 : breaks + 1;
      had = bytes;
      await appendRest(handle, bytes, { file, pull });
    } catch (cause) {
      if (breaks + 1 >= BREAKS || !isBroken(cause)) throw hubTrouble(cause, { ...pull, file: file.path });
      await pull.access.wait(0);
    } finally {
      await handle.close();
    }
  }
}

/** Bytes that the part has; more than the file has are none of it. */
async function kept(handle: FileHandle, file: HubFile): Promise<number> {
  const { size } = await handle.stat();
  if (size <= file.bytes) return size;
  await handle.truncate(0);
  return 0;
}

async function appendRest(
  handle: FileHandle,
  from: number,
  { file, pull }: { readonly file: HubFile; readonly pull: PullFile },
): Promise<void> {
  const response = await hubFetch(pull.access)(urlOf(file, pull), {
    // Packed bytes could not be gone on with.
    headers: { 'accept-encoding': 'identity', ...(from > 0 && { range: `bytes=${from}-` }) },
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new HubStatusError(response.status);
  }
  let at = goesOn(response, from) ? from : 0;
  await handle.truncate(at);
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    if (at + chunk.length > file.bytes) {
      await handle.truncate(0);
      throw otherBytes(file, `more than the ${file.bytes} bytes that are listed`);
    }
    for (let written = 0; written < chunk.length;)
      written += (await handle.write(chunk, written, chunk.length - written, at + written)).bytesWritten;
    at += chunk.length;
    pull.onBytes?.(at);
  }
  if (at < file.bytes) throw new TypeError('the answer ended too early');
}

/** Some servers send the whole file when they are asked for its rest. */
function goesOn(response: Response, from: number): boolean {
  return from > 0 && response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${from}-`) === true;
}

const isBroken = (cause: unknown): boolean => cause instanceof TypeError;

function urlOf({ path }: HubFile, { repo, revision, access }: PullFile): string {
  return `${access.endpoint}/datasets/${repo}/resolve/${revision}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

async function requireDigest(file: HubFile, part: string): Promise<void> {
  const { of, hex } = file.digest;
  const hash = createHash(of === 'sha256' ? 'sha256' : 'sha1');
  if (of === 'git-sha1') hash.update(`blob ${file.bytes}\0`);
  for await (const chunk of createReadStream(part)) hash.update(chunk as Buffer);
  const found = hash.digest('hex');
  if (found === hex) return;
  await rm(part, { force: true });
  throw otherBytes(file, `bytes with another checksum (${of} ${found}, listed is ${hex})`);
}

function otherBytes({ path }: HubFile, what: string): FathomError {
  return new FathomError('data', `The hub sent ${what} for ${path}.`, { fix: 'Nothing of it was kept. Pull again.' });
}

/** Its path in the folder, made ready; a link in the folder must not lead out of it. */
async function placeOf({ to }: HubFile, folder: string): Promise<string> {
  let parent = folder;
  for (const part of to.split('/').slice(0, -1)) {
    parent = join(parent, part);
    if ((await lstat(parent).catch(() => undefined))?.isSymbolicLink())
      throw new FathomError('storage', `${parent} is a link: files may not leave ${folder}.`, { fix: 'Remove the link and pull again.' });
  }
  await mkdir(parent, { recursive: true });
  return join(folder, to);
}

/** Whether a file is in its place, as long as it should be. */
export async function isPulled({ to, bytes }: HubFile, folder: string): Promise<boolean> {
  const found = await stat(join(folder, to)).catch(() => undefined);
  return found?.isFile() === true && found.size === bytes;
}
