import { isUtf8 } from 'node:buffer';
import { readFile, readdir, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import * as z from 'zod';
import { FathomError } from '../../core/index.ts';
import { firstInvalidByte, utf8Text } from '../utf8.ts';

const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.md']);
const ROWS_EXTENSION = '.jsonl';
const ACCEPTED = '.txt, .md or .jsonl';

const row = z.object({ text: z.string() });

/** The documents behind a path, in order. See `loadCorpus`. */
export async function readDocuments(path: string): Promise<Uint8Array[]> {
  const found = await stat(path).catch((cause: unknown) => unreadable(path, cause));
  if (!found.isDirectory()) {
    if (isAccepted(path)) return readDocumentFile(path);
    throw new FathomError('misuse', `cannot read documents from ${path}: unknown kind of file`, {
      fix: `Give ${ACCEPTED}, or a folder of them.`,
    });
  }
  const files = await acceptedFiles(path);
  if (files.length === 0) {
    throw new FathomError('missing', `no documents in the folder ${path}`, {
      fix: `Put ${ACCEPTED} files into it, or name another folder.`,
    });
  }
  const documents: Uint8Array[] = [];
  for (const file of files) documents.push(...(await readDocumentFile(file)));
  return documents;
}

async function acceptedFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => unreadable(folder, cause));
  const paths = entries
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && isAccepted(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const keyed = paths.map((path) => ({ path, key: Buffer.from(relative(folder, path).split(sep).join('/')) }));
  // UTF-8 bytes sort by code point, the same on every system.
  return keyed.toSorted((a, b) => Buffer.compare(a.key, b.key)).map(({ path }) => path);
}

function isAccepted(path: string): boolean {
  const extension = extname(path).toLowerCase();
  return TEXT_EXTENSIONS.has(extension) || extension === ROWS_EXTENSION;
}

async function readDocumentFile(file: string): Promise<Uint8Array[]> {
  const raw = await readFile(file).catch((cause: unknown) => unreadable(file, cause));
  if (!isUtf8(raw)) {
    throw new FathomError('data', `${file} is not UTF-8: invalid at byte ${firstInvalidByte(raw)}`, {
      fix: 'Save the file as UTF-8 (for example: iconv -f GB18030 -t UTF-8), or remove it.',
    });
  }
  const isRows = extname(file).toLowerCase() === ROWS_EXTENSION;
  const documents = isRows ? rowsOf(raw, file) : [documentOf(raw, file)];
  if (documents.length > 0) return documents;
  throw new FathomError('data', `${file} holds no rows`, { fix: 'Give one JSON object with a "text" a line, or remove the file.' });
}

function documentOf(raw: Buffer, where: string): Uint8Array {
  const bytes = withUnixLines(withoutBom(raw));
  if (/\P{White_Space}/u.test(utf8Text(bytes, 0, bytes.length))) return bytes;
  throw new FathomError('data', `${where} holds no text`, { fix: 'Put text into it, or remove it.' });
}

/** Rows as they are, empty ones too: published generators shuffle and count every row. */
function rowsOf(raw: Buffer, file: string): Uint8Array[] {
  const lines = utf8Text(withoutBom(raw), 0, withoutBom(raw).length).split('\n');
  const rows = lines.flatMap((line, i) => (line.trim() === '' ? [] : [textOfRow(line, `${file}:${i + 1}`)]));
  if (rows.length === 0 || rows.some((text) => /\P{White_Space}/u.test(text))) return rows.map((text) => Buffer.from(text));
  throw new FathomError('data', `${file} holds no text`, { fix: 'Put text into its rows, or remove it.' });
}

function textOfRow(line: string, where: string): string {
  const parsed = row.safeParse(parseJson(line));
  if (parsed.success) return parsed.data.text;
  throw new FathomError('data', `${where} is not a row {"text": "…"}`, { fix: 'Give one JSON object with a string "text" a line.' });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function withoutBom(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function withUnixLines(bytes: Buffer): Buffer {
  if (!bytes.includes('\r\n')) return bytes;
  let length = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i] === 13 && bytes[i + 1] === 10) continue;
    bytes[length] = bytes[i]!;
    length += 1;
  }
  return bytes.subarray(0, length);
}

function unreadable(path: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const found = code === 'ENOENT' ? 'does not exist' : `cannot be read${code === '' ? '' : ` (${code})`}`;
  throw new FathomError('missing', `${path} ${found}`, { fix: 'Check the path, and that you may read it.', cause });
}
