import { isExtenderAt } from './characters.ts';
import { isSentenceMark } from './mark-sets.ts';

/**
 * True when a cut at `at` tears nothing: not outside the text, not between surrogates or CR and LF, not before a combining mark or joiner,
 * not inside a run of sentence marks (`?!`, `……`).
 */
export function isBoundarySafe(text: string, at: number): boolean {
  if (!Number.isInteger(at) || at < 0 || at > text.length) return false;
  if (at === 0 || at === text.length) return true;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (isSurrogatePair(before, after) || (before === 13 && after === 10)) return false;
  return !isExtenderAt(text, at) && !(isSentenceMark(before) && isSentenceMark(after));
}

function isSurrogatePair(before: number, after: number): boolean {
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
