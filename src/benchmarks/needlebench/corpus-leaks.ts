import type { Corpus } from '../../core/index.ts';
import { foldText } from '../../scoring/index.ts';
import { foldedCorpus } from '../../text/index.ts';

/** Bytes of a gram: two Chinese characters, or most of an English word. */
const GRAM = 6;
const BITS = 25;

const known = new WeakMap<Corpus, { readonly grams: Uint32Array; readonly memo: Map<string, boolean> }>();

/**
 * Whether a text stands in the corpus, both folded as the corrected scorer folds answers and keywords (white space, quotes, case, NFC), and so also
 * when it is broken over a line. Chinese words count as broken, too. Answers are remembered per corpus; grams that the corpus does not hold rule most texts out.
 */
export function leaks(corpus: Corpus, text: string): boolean {
  const { grams, memo } = known.get(corpus) ?? remember(corpus);
  const part = leakForm(text);
  const found = memo.get(part) ?? (part !== '' && mayHold(grams, part) && foldedCorpus(corpus, leakForm).includes(part, 0, 'utf8'));
  memo.set(part, found);
  return found;
}

const CHINESE = '[\\u3001-\\u303f\\u3400-\\u9fff]';
const BETWEEN_CHINESE = new RegExp(`(?<=${CHINESE}) (?=${CHINESE})`, 'g');

/** The scorer's form without the spaces between Chinese characters, which a hard-wrapped book has inside words. */
function leakForm(text: string): string {
  return foldText(text).replace(BETWEEN_CHINESE, '');
}

function remember(corpus: Corpus) {
  const bytes = foldedCorpus(corpus, leakForm);
  const grams = new Uint32Array(2 ** (BITS - 5));
  for (let at = 0; at + GRAM <= bytes.length; at++) {
    const bit = gramAt(bytes, at);
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
