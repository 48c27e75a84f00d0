import { createHash } from 'node:crypto';
import type { Corpus } from '../core/index.ts';
import { corpusOf, type CorpusFacts } from '../text/index.ts';

/** Texts of a data file in order of appearance, each once, however many rows have it. */
export interface TextShelf {
  /** Gives the number of the text: its document in the corpus. */
  add(text: string): number;
  /** All texts so far, a document each. Throws FathomError `data` when there is none. */
  corpus(facts: CorpusFacts): Corpus;
}

/** An empty shelf. */
export function createTextShelf(): TextShelf {
  const texts: string[] = [];
  const known = new Map<string, number>();
  return {
    add(text) {
      const digest = createHash('sha256').update(text).digest('base64');
      const number = known.get(digest) ?? texts.push(text) - 1;
      known.set(digest, number);
      return number;
    },
    corpus: (facts) => corpusOf(texts, facts),
  };
}
