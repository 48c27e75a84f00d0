import { characterStart, codePointAt, startsCharacter } from '../utf8.ts';

/*
 * A cut is safe when every additive tokenizer counts as many tokens in the two parts as in the whole, whatever stands around.
 * The patterns of o200k_base and cl100k_base look ahead but never back, so two things suffice: the whole has a border between two
 * pieces there, and the left part alone ends in the same piece.
 *
 * 1. Letter | white space. A run of letters ends before white space in the whole as it does at the end of a text.
 * 2. No space | space and an ASCII letter. Only the letter run that follows can take the space.
 * 3. "\n" | neither white space nor "/". A run of line ends stops there. o200k_base lets a run of punctuation and line ends take "/".
 * 4. Han, Kana or Hangul letter | punctuation or symbol, but no "'", which may begin a contraction. After Latin letters this is not
 *    safe: the tokenizer `words` counts "word," as one.
 *
 * The other side of punctuation is never safe: 。 becomes the first character of the letter run that follows.
 */
const LETTER = /^\p{L}$/u;
const SINGLE_LETTER = /^(?=\p{L})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;
const WHITE_SPACE = /^\p{White_Space}$/u;
const MARK = /^[\p{P}\p{S}]$/u;

/** True when the UTF-8 text `bytes` may be cut at byte `at` without changing the sum of token counts. Both ends of a text are safe. */
export function isSafeCut(bytes: Uint8Array, at: number): boolean {
  if (at <= 0 || at >= bytes.length) return at === 0 || at === bytes.length;
  if (!startsCharacter(bytes, at)) return false;
  const before = codePointAt(bytes, characterStart(bytes, at - 1));
  return isSafeBetween(before, codePointAt(bytes, at), () => codePointAt(bytes, at + 1));
}

/** First safe cut at or after byte `from`, before byte `to`; `to` when there is none. */
export function nextSafeCut(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (isSafeCut(bytes, at)) return at;
  return to;
}

/** Last safe cut at or before byte `from`, after byte `to`; `to` when there is none. */
export function previousSafeCut(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at > to; at -= 1) if (isSafeCut(bytes, at)) return at;
  return to;
}

/** All safe cuts inside a text, in UTF-16 units, ascending; the two ends are left out. */
export function safeCuts(text: string): number[] {
  const cuts: number[] = [];
  let before = -1;
  for (let at = 0; at < text.length;) {
    const next = text.codePointAt(at)!;
    const afterNext = at + 1;
    if (at > 0 && isSafeBetween(before, next, () => text.codePointAt(afterNext) ?? -1)) cuts.push(at);
    before = next;
    at += next > 0xffff ? 2 : 1;
  }
  return cuts;
}

/** True when a cut between two code points is safe. `afterNext` gives the one after `next`; by default none is known, and a cut before a space is not safe. */
export function isSafeBetween(before: number, next: number, afterNext: () => number = () => -1): boolean {
  if (before === 10) return next !== 0x2f && !is(next, WHITE_SPACE);
  if (is(next, WHITE_SPACE)) return is(before, LETTER) || (next === 0x20 && isAsciiLetter(afterNext()) && !is(before, WHITE_SPACE));
  return before > 0x2e7f || (before >= 0x1100 && before < 0x1200) ? next !== 0x27 && is(before, SINGLE_LETTER) && is(next, MARK) : false;
}

function is(codePoint: number, kind: RegExp): boolean {
  return kind.test(String.fromCodePoint(codePoint));
}

function isAsciiLetter(codePoint: number): boolean {
  return (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x61 && codePoint <= 0x7a);
}
