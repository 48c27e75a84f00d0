import { foldText } from './keyword.ts';

/**
 * True when a text holds a phrase as whole words, whatever their case, quotes and spaces: `7` is not in `17`. Characters of scripts without
 * spaces (Han, Kana, Thai, …) stand for themselves. An empty phrase is in no text.
 */
export function containsWords(text: string, phrase: string): boolean {
  const [whole, part] = [foldText(text), foldText(phrase)];
  if (part === '') return false;
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    if (!joins(before(whole, at), part) && !joins(part, whole.slice(at + part.length, at + part.length + 2))) return true;
  }
  return false;
}

/** The character (two UTF-16 units at most) before a place. */
function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 2), at);
}

const SPACED =
  /[\p{N}\p{M}_]|(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}])\p{L}/u;

/** Whether two texts that touch are parts of one word. */
function joins(left: string, right: string): boolean {
  const [last, first] = [[...left].at(-1), [...right][0]];
  return last !== undefined && first !== undefined && SPACED.test(last) && SPACED.test(first);
}
