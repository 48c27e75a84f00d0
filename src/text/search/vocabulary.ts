import { normalizeWord } from './normalize-word.ts';
import { scanTerms, STOPPED, UNKNOWN, type Vocabulary } from './scan-terms.ts';
import { ZH_STOP_PAIRS } from './stop-words.ts';

/** Terms and their numbers, from 0 on: words as strings, pairs of characters as numbers. */
export type Terms = Map<string | number, number>;

// The memo saves normalising a word again. It keeps short words only, because V8 keeps the whole parent string of a longer slice alive.
const MEMO_WORDS = 65_536;
const MEMO_CHARACTERS = 12;
const STOP_PAIRS = new Set(Array.from(ZH_STOP_PAIRS, (pair) => (pair.charCodeAt(0) << 16) | pair.charCodeAt(1)));

/** A vocabulary that gives every new term the next number, in `terms`. */
export function openVocabulary(terms: Terms): Vocabulary {
  return vocabularyOver((term) => {
    const known = terms.get(term);
    if (known !== undefined) return known;
    terms.set(term, terms.size);
    return terms.size - 1;
  });
}

/** A vocabulary of the terms in `terms` alone: every other term is `UNKNOWN`. */
export function closedVocabulary(terms: Terms): Vocabulary {
  return vocabularyOver((term) => terms.get(term) ?? UNKNOWN);
}

/** The numbers of a text's known terms, each once, in order of appearance. */
export function knownTerms(text: string, terms: Terms): number[] {
  const found = new Set<number>();
  scanTerms(text, closedVocabulary(terms), (term) => {
    if (term >= 0) found.add(term);
  });
  return [...found];
}

function vocabularyOver(numberOf: (term: string | number) => number): Vocabulary {
  const memo = new Map<string, number>();
  return {
    word(raw) {
      const known = memo.get(raw);
      if (known !== undefined) return known;
      const term = normalizeWord(raw);
      const found = term === undefined ? STOPPED : numberOf(term);
      if (memo.size >= MEMO_WORDS) memo.clear();
      if (raw.length <= MEMO_CHARACTERS) memo.set(raw, found);
      return found;
    },
    pair: (key) => (STOP_PAIRS.has(key) ? STOPPED : numberOf(key)),
  };
}
