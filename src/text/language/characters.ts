const WHITE = /\s/;
// SpacingMark characters that Unicode files under letters; a cut before them would tear a character as readers see it.
const EXTENDER = /[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200D\u0E33\u0EB3]/u;
const LOWER = /\p{Ll}/u;

/** White space: JavaScript's, plus U+0085. */
export function isWhite(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return code === 0x85 || (code === 0xa0 || code >= 0x1680 ? WHITE.test(String.fromCharCode(code)) : false);
}

/** Ends a line, and so a paragraph: LF, VT, FF, CR, NEL, LS, PS. */
export function isLineBreak(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** Han, kana or Hangul in the basic plane: scripts written without spaces, or close enough for a cut. */
export function isCjk(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x3041 && code <= 0x30ff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0x2e80 && code <= 0x2fdf) ||
    code === 0x3005 ||
    code === 0x3007
  );
}

/** High surrogate of a Han character beyond the basic plane (planes 2 and 3). */
export function isHanSurrogate(code: number): boolean {
  return code >= 0xd840 && code <= 0xd8bf;
}

/** True when the character that begins at `at` is CJK. */
export function isCjkAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isCjk(code) || isHanSurrogate(code);
}

/** True when the character that ends just before `at` is CJK. */
export function isCjkBefore(text: string, at: number): boolean {
  return isCjk(text.charCodeAt(at - 1)) || (at >= 2 && isHanSurrogate(text.charCodeAt(at - 2)));
}

/** An ASCII or full-width digit. */
export function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 0xff10 && code <= 0xff19);
}

/** True when a lower-case letter begins at `at`. */
export function isLowerAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 97 && code <= 122;
  return at < text.length && !isCjk(code) && LOWER.test(String.fromCodePoint(text.codePointAt(at)!));
}

/** The offset after every combining mark, joiner, variation selector or skin tone from `at` on. */
export function skipExtenders(text: string, at: number): number {
  let end = at;
  while (end < text.length && isExtenderAt(text, end)) end += text.codePointAt(end)! > 0xffff ? 2 : 1;
  return end;
}

/** True when the character at `at` continues the one before it. */
export function isExtenderAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x300 || isCjk(code) || Number.isNaN(code)) return false;
  return EXTENDER.test(String.fromCodePoint(text.codePointAt(at)!));
}
