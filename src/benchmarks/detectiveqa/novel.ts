import { resolve } from 'node:path';
import type { Corpus } from '../../core/index.ts';
import { readText } from '../../datasets/index.ts';
import { corpusOf } from '../../text/index.ts';

/** Bytes `[from, to)` of a novel. */
export interface Paragraph {
  readonly from: number;
  readonly to: number;
}

/** A novel, and its paragraphs by the numbers that they begin with. */
export interface Novel {
  readonly corpus: Corpus;
  readonly paragraphs: ReadonlyMap<number, Paragraph>;
}

const MARK = /^\[(\d{1,9})\]/gm;

/** Reads a novel without its byte order mark, lines ended by LF. Rejects with FathomError `missing` (cannot be read) or `data` (empty). */
export async function readNovel(file: string, language: string): Promise<Novel> {
  const text = (await readText(file)).replaceAll('\r\n', '\n');
  const corpus = corpusOf([text], { language, origin: { kind: 'data', family: 'detectiveqa', path: resolve(file) } });
  return { corpus, paragraphs: paragraphsOf(text) };
}

/** Where the paragraphs of a text stand: from one `[n]` at the start of a line to the next. Of two with one number the first counts. */
export function paragraphsOf(text: string): ReadonlyMap<number, Paragraph> {
  const marks = [...text.matchAll(MARK)];
  const paragraphs = new Map<number, Paragraph>();
  let [at, bytes] = [0, 0];
  for (const [i, mark] of marks.entries()) {
    const from = bytes + Buffer.byteLength(text.slice(at, mark.index));
    at = marks[i + 1]?.index ?? text.length;
    bytes = from + Buffer.byteLength(text.slice(mark.index, at));
    const number = Number(mark[1]);
    if (!paragraphs.has(number)) paragraphs.set(number, { from, to: bytes });
  }
  return paragraphs;
}
