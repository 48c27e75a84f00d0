/** What a code unit is to the search. */
export const SEPARATOR = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Written without spaces: Han, kana, Hangul. */
export const CJK = 3;

let table: Uint8Array | undefined;

/**
 * The class of every UTF-16 code unit. Made on first use (some 20 ms once), because asking a regular expression per character is too slow.
 * The surrogates of planes 2 and 3, where Han goes on, count as CJK: the search pairs code units, so a rare character is a pair of its own.
 */
export function characterClasses(): Uint8Array {
  table ??= Uint8Array.from({ length: 0x10000 }, (_, code) => classOf(code));
  return table;
}

function classOf(code: number): number {
  if ((code >= 0xd840 && code <= 0xd8bf) || (code >= 0xdc00 && code <= 0xdfff)) return CJK;
  const character = String.fromCharCode(code);
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u.test(character))
    return /[\p{L}\p{N}]/u.test(character) ? CJK : SEPARATOR;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : SEPARATOR;
}
