import type { Corpus } from '../../core/index.ts';
import { corpusContains } from '../../text/index.ts';

/** Bytes of a gram: two Chinese characters, or most of an English word. */
const GRAM = 6;
const BITS = 25;

const known = new WeakMap<Corpus, { readonly grams: Uint32Array; readonly memo: Map<string, boolean> }>();

/**
 * Whether a text stands in the corpus: as it is, in lower or upper case, or with a capital (or one on each word). Answers are remembered per corpus; grams that the
 * corpus does not hold rule most texts out without reading it again.
 */
export function leaks(corpus: Corpus, text: string): boolean {
  const { grams, memo } = known.get(corpus) ?? remember(corpus);
  const found = memo.get(text) ?? formsOf(text).some((form) => mayHold(grams, form) && corpusContains(corpus, form));
  memo.set(text, found);
  return found;
}

function formsOf(text: string): string[] {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  const title = text.replace(/(?<![\p{L}'])\p{Ll}/gu, (letter) => letter.toUpperCase());
  return [...new Set([text, text.toLowerCase(), text.toUpperCase(), capital, title])];
}

function remember(corpus: Corpus) {
  const grams = new Uint32Array(2 ** (BITS - 5));
  for (let at = 0; at + GRAM <= corpus.bytes.length; at++) {
    const bit = gramAt(corpus.bytes, at);
    grams[bit >>> 5]! |= 1 << (bit & 31);
  }
  const entry = { grams, memo: new Map<string, boolean>() };
  known.set(corpus, entry);
  return entry;
}

/** False only when some gram of the text is nowhere in the corpus. */
function mayHold(grams: Uint32Array, text: string): boolean {
  const bytes = Buffer.from(text);
  for (let at = 0; at + GRAM <= bytes.length; at++) {
    const bit = gramAt(bytes, at);
    if ((grams[bit >>> 5]! & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}

function gramAt(bytes: Uint8Array, at: number): number {
  const low = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  const high = bytes[at + 4]! | (bytes[at + 5]! << 8);
  const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> (32 - BITS);
}
