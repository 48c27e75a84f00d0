import type { Corpus } from '../../core/index.ts';

/** Rewrites text so that spellings that count as the same become the same. White space may be trimmed and its runs folded into one space. */
export type Fold = (text: string) => string;

const folded = new WeakMap<Corpus, Map<Fold, Buffer>>();

/** The corpus rewritten by `fold`, as UTF-8, documents parted by a space. Made once for a corpus and a fold, and dropped with the corpus. */
export function foldedCorpus(corpus: Corpus, fold: Fold): Buffer {
  const byFold = folded.get(corpus) ?? new Map<Fold, Buffer>();
  folded.set(corpus, byFold);
  const known = byFold.get(fold);
  if (known) return known;
  const made = written(foldedParts(corpus, fold), corpus.bytes.length);
  byFold.set(fold, made);
  return made;
}

/** Whether a text occurs anywhere in the corpus: letter for letter, or, with `fold`, when both are folded. An empty text never does. */
export function corpusContains(corpus: Corpus, text: string, fold?: Fold): boolean {
  const { buffer, byteOffset, byteLength } = corpus.bytes;
  const hay = fold ? foldedCorpus(corpus, fold) : Buffer.from(buffer, byteOffset, byteLength);
  const part = fold ? fold(text) : text;
  return part !== '' && hay.includes(part, 0, 'utf8');
}

/** The parts in one buffer, made as large as the corpus at first: folding seldom lengthens a text. */
function written(parts: Iterable<Buffer>, bytes: number): Buffer {
  let out = Buffer.allocUnsafe(bytes + PART_BYTES);
  let length = 0;
  for (const part of parts) {
    if (length + part.length > out.length) out = Buffer.concat([out.subarray(0, length)], 2 * (length + part.length));
    length += part.copy(out, length);
  }
  return out.subarray(0, length);
}

/** Small enough for the strings of one part to be young objects: larger ones stay until the next full collection. */
const PART_BYTES = 2 ** 15;

function* foldedParts({ bytes, documents }: Corpus, fold: Fold): Generator<Buffer> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let document = 0; document < documents.length - 1; document++) {
    const end = documents[document + 1]!;
    for (let from = documents[document]!; from < end;) {
      const to = cutAfter(bytes, Math.min(from + PART_BYTES, end), end);
      yield Buffer.from(fold(text.toString('utf8', from, to)));
      if (isSpace(bytes[to]!) || to === end) yield Buffer.from(' ');
      from = to;
    }
  }
}

/**
 * The next place where a part can end: before a white space after an ASCII character (a fold may trim it, so that a single space is put back), or
 * between two Chinese characters. Neither splits a run of white space, nor a letter from its marks.
 */
function cutAfter(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const before = bytes[at - 1]!;
    if (isSpace(bytes[at]!) && before < 0x80 && !isSpace(before)) return at;
    if (isChinese(bytes[at]!) && isChinese(bytes[at - 3] ?? 0)) return at;
  }
  return end;
}

/** Bytes that a space, tab or line break is made of. */
function isSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/** First bytes of U+4000–U+9FFF. */
function isChinese(byte: number): boolean {
  return byte >= 0xe4 && byte <= 0xe9;
}
