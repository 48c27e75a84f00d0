import { characterClasses, CJK, DIGIT, LETTER, SEPARATOR } from './character-classes.ts';

/** A term that counts for the length of a passage, though nobody asks for it. */
export const UNKNOWN = -1;
/** A stop word or stop pair: as if it were not there. */
export const STOPPED = -2;

/** Numbers terms from 0 on, or says `UNKNOWN` or `STOPPED`. The key of a pair is two UTF-16 code units, the first in the upper half. */
export interface Vocabulary {
  word(raw: string): number;
  pair(key: number): number;
}

/**
 * Visits the terms of a text in order: `vocabulary.word` for each word or number (`1,000.5` is one), `vocabulary.pair` for each two
 * neighbours in a run of Chinese characters, or for the one character of a run of one. What these return goes to `visit`. Linear.
 */
export function scanTerms(text: string, vocabulary: Vocabulary, visit: (term: number) => void): void {
  const classes = characterClasses();
  for (let at = 0; at < text.length;) {
    const kind = classes[text.charCodeAt(at)]!;
    if (kind === SEPARATOR) at++;
    else if (kind === CJK) at = scanPairs(text, at, { classes, vocabulary, visit });
    else {
      const to = wordEnd(text, at, classes);
      visit(vocabulary.word(text.slice(at, to)));
      at = to;
    }
  }
}

interface Scan {
  readonly classes: Uint8Array;
  readonly vocabulary: Vocabulary;
  readonly visit: (term: number) => void;
}

function scanPairs(text: string, from: number, scan: Scan): number {
  let before = text.charCodeAt(from);
  let to = from + 1;
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to);
    if (scan.classes[code] !== CJK) break;
    scan.visit(scan.vocabulary.pair((before << 16) | code));
    before = code;
  }
  if (to === from + 1) scan.visit(scan.vocabulary.pair(before));
  return to;
}

function wordEnd(text: string, from: number, classes: Uint8Array): number {
  let to = from + 1;
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to);
    const kind = classes[code]!;
    if (kind === LETTER || kind === DIGIT) continue;
    if (kind === CJK || !joins(code, classes[text.charCodeAt(to - 1)]!, classes[text.charCodeAt(to + 1)] ?? SEPARATOR)) break;
  }
  return to;
}

// An apostrophe between letters, a point or comma between digits.
function joins(code: number, before: number, after: number): boolean {
  if (code === 39 || code === 0x2019) return before === LETTER && after === LETTER;
  return (code === 44 || code === 46) && before === DIGIT && after === DIGIT;
}
