import { replaceSpace, splitWords } from '../python-space.ts';

/** Python's `string.punctuation`. */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;
/** Whole words as Python's `\b` sees them: letters and digits of every script join a word. */
const ARTICLE = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu;

/** Deletes ASCII punctuation and the words a, an, the; collapses white space. Case stays. */
export function withoutArticles(text: string): string {
  return replaceSpace(text.replace(PUNCTUATION, '').replace(ARTICLE, ' '), ' ').trim();
}

/** SQuAD's normalisation: lower case, no ASCII punctuation, no articles, single spaces. Used by LongBench, L-Eval and LV-Eval. */
export function normalizeEnglish(text: string): string {
  return withoutArticles(text.toLowerCase());
}

/** The words of a normalised English text. */
export function englishWords(text: string): string[] {
  return splitWords(normalizeEnglish(text));
}
