/** What Python's `\w` takes, as a part of a character class: letters, numbers, underscore, but no combining marks (Hindi's vowel signs end a word). */
export const WORD_CLASS = String.raw`\p{L}\p{N}_`;

const WORD = new RegExp(`[${WORD_CLASS}]`, 'u');

/** True for a character that Python's `\w` takes; false for none. */
export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && WORD.test(character);
}

/** The number of runs of `\w`, as Python's `re.findall(r'\w+', text)` counts them. */
export function countWordRuns(text: string): number {
  return countMatches(text, new RegExp(`[${WORD_CLASS}]+`, 'gu'));
}

/** The number of matches of a global pattern, without keeping them. */
export function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
