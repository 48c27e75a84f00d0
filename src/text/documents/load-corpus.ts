import { resolve } from 'node:path';
import type { Corpus } from '../../core/index.ts';
import { corpusOfBytes } from './corpus-of.ts';
import { guessLanguage } from './guess-language.ts';
import { readDocuments } from './read-documents.ts';

/**
 * The user's own documents: a `.txt` or `.md` file (one document), a `.jsonl` file of `{"text": …}` rows (a document a row),
 * or a folder of such files, read to the bottom and sorted by path (by code point), other files left out.
 *
 * The text is UTF-8. Of text files a byte order mark at the start is dropped and CRLF becomes LF, so the same text saved on another system
 * is the same corpus; the texts of rows are taken as they are, empty ones too. `language`: default by the share of Han characters (`zh` or `en`).
 *
 * Throws FathomError: `missing` (not there, not readable, or a folder without documents), `misuse` (another kind of file),
 * `data` (no UTF-8, no text, or a broken row; names the file and the byte or line).
 */
export async function loadCorpus(path: string, options: { readonly language?: string } = {}): Promise<Corpus> {
  const corpus = corpusOfBytes(await readDocuments(path), { language: 'und', origin: { kind: 'path', path: resolve(path) } });
  return { ...corpus, language: options.language ?? guessLanguage(corpus.bytes) };
}
