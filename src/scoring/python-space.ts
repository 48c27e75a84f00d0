/**
 * What Python's `\s` and `str.split()` take for white space. JavaScript's `\s` lacks U+001C–U+001F and U+0085 and adds U+FEFF,
 * so published scorers are reproduced with this set.
 */
const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const RUN = new RegExp(`[${SPACE}]+`, 'g');

/** Replaces each run of white space, as Python's `re.sub(r'\s+', by, text)`. */
export function replaceSpace(text: string, by: string): string {
  return text.replace(RUN, by);
}

/** Python's `str.split()`: the words between white space. */
export function splitWords(text: string): string[] {
  return text.split(RUN).filter((word) => word !== '');
}

/** Python's `str.strip()`. */
export function stripSpace(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charCodeAt(from))) from++;
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  return text.slice(from, to);
}

const SPACES = new Set([9, 10, 11, 12, 13, 28, 29, 30, 31, 32, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);

function isSpace(unit: number): boolean {
  return SPACES.has(unit) || (unit >= 0x2000 && unit <= 0x200a);
}
