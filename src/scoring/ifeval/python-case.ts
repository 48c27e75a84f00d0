const LOWER = /[\p{Lowercase}\p{Lt}]/u;
const UPPER = /[\p{Uppercase}\p{Lt}]/u;

/** Python's `str.isupper()`: a letter in upper case, and none in lower or title case. */
export function isUpper(text: string): boolean {
  return /\p{Uppercase}/u.test(text) && !LOWER.test(text);
}

/** Python's `str.islower()`: a letter in lower case, and none in upper or title case. */
export function isLower(text: string): boolean {
  return /\p{Lowercase}/u.test(text) && !UPPER.test(text);
}
