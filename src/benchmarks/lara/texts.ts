import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Corpus } from '../../core/index.ts';
import { readText } from '../../datasets/index.ts';
import { corpusOf } from '../../text/index.ts';

/** The texts of a folder, a document each, and their numbers by file name. */
export interface Texts {
  readonly corpus: Corpus;
  readonly numbers: ReadonlyMap<string, number>;
}

/** Reads the texts of a folder in the order of their names' code points, lines ended by LF. Gives undefined for a folder without texts. */
export async function readTexts(folder: string): Promise<Texts | undefined> {
  const names = (await readdir(folder, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.txt'))
    .map(({ name }) => name)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  if (names.length === 0) return undefined;
  const texts: string[] = [];
  for (const name of names) texts.push((await readText(join(folder, name))).replaceAll('\r\n', '\n'));
  const corpus = corpusOf(texts, { language: 'en', origin: { kind: 'data', family: 'lara', path: resolve(folder) } });
  return { corpus, numbers: new Map(names.map((name, i) => [name, i])) };
}
