import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateProse } from '../src/text/index.ts';

export interface HaystackText {
  readonly language: 'en' | 'zh';
  /** For people: the book's name, or that the text is generated. */
  readonly name: string;
  readonly documents: readonly string[];
}

const BOOKS = { en: 'war-and-peace', zh: 'hong-lou-meng' } as const;
/** Real books, where they lie beside the checkout or above it. */
const CORPORA = ['..', '../..', '../../..'].map((up) => join(import.meta.dirname, '..', up, 'shared/corpora')).find(existsSync);
/** A million tokens take 4.6 MB of English and 3.2 MB of Chinese in o200k_base, and other encodings less. */
const MINIMUM_BYTES = 5_200_000;

/** Text for haystacks of a million tokens: whole books over and over where there are books, else generated English. */
export function haystackTexts(): HaystackText[] {
  if (CORPORA === undefined) {
    const documents = generateProse({ language: 'en', seed: 0, minimumBytes: MINIMUM_BYTES });
    return [{ language: 'en', name: 'generated English', documents }];
  }
  return (['en', 'zh'] as const).map((language) => {
    const text = readFileSync(join(CORPORA, language, `${BOOKS[language]}.txt`), 'utf8');
    const copies = Math.ceil(MINIMUM_BYTES / Buffer.byteLength(text));
    return { language, name: `${BOOKS[language]} × ${copies}`, documents: Array.from({ length: copies }, () => text) };
  });
}

/** The text without its repetitions: what meets no cache on the way. */
export function textOnce({ documents }: HaystackText): string {
  return [...new Set(documents)].join('');
}

/** Text for a haystack of a million tokens whose characters a JavaScript engine holds in two bytes each: Chinese, a real book where there is one. */
export function twoByteText(): HaystackText {
  const generated = (): HaystackText => ({
    language: 'zh',
    name: 'generated Chinese',
    documents: generateProse({ language: 'zh', seed: 0, minimumBytes: MINIMUM_BYTES }),
  });
  return haystackTexts().find(({ language }) => language === 'zh') ?? generated();
}

/** Writes the documents as files of a folder, which `--haystack` takes. Gives the folder. */
export function writeHaystack({ documents }: HaystackText, folder: string): string {
  mkdirSync(folder);
  for (const [i, document] of documents.entries()) writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), document);
  return folder;
}
