import { createHash } from 'node:crypto';
import type { Corpus } from '../core/index.ts';
import { corpusOfBytes, type CorpusFacts } from '../text/index.ts';

/** Texts of a data file in order of appearance, each once, however many rows have it. */
export interface TextShelf {
  /** Gives the number of the text: its document in the corpus. */
  add(text: string): number;
  /** UTF-8 bytes of all texts so far. */
  readonly byteLength: number;
  /** All texts so far, a document each. Throws FathomError `data` when there is none. */
  corpus(facts: CorpusFacts): Corpus;
}

/** An empty shelf. */
export function createTextShelf(): TextShelf {
  const texts: Uint8Array[] = [];
  const known = new Map<string, number>();
  let byteLength = 0;
  return {
    add(text) {
      const bytes = Buffer.from(text);
      const digest = createHash('sha256').update(bytes).digest('base64');
      const found = known.get(digest);
      if (found !== undefined) return found;
      byteLength += bytes.length;
      known.set(digest, texts.length);
      return texts.push(bytes) - 1;
    },
    get byteLength() {
      return byteLength;
    },
    corpus: (facts) => corpusOfBytes(texts, facts),
  };
}
