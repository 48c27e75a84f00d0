import { replaceSpace } from './python-space.ts';

/** How a keyword is looked for. `raw`: a case-sensitive substring, as published. `folded`: quote style, case and white space do not count. */
export type KeywordMatch = 'raw' | 'folded';

/** True when the answer holds the keyword. An empty keyword is in every answer (`raw`, as in Python) or in none (`folded`). */
export function containsKeyword(answer: string, keyword: string, match: KeywordMatch = 'raw'): boolean {
  if (match === 'raw') return answer.includes(keyword);
  const folded = foldText(keyword);
  return folded !== '' && foldText(answer).includes(folded);
}

/** Text with one style of quotes, one space for any run of white space, and no case (NFC). */
export function foldText(text: string): string {
  const quotes = text
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[“”]/g, '"');
  return replaceSpace(quotes, ' ').trim().toLowerCase();
}
