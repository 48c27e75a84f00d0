import { splitWords } from '../python-space.ts';
import { countMatches, countWordRuns } from './python-word.ts';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/gu;
const EMOJI = /\p{RGI_Emoji}/gv;
const PUNCTUATION = /[\p{P}$+<=>^`|~]/gu;

/**
 * The number of words by the rules of the language (a detected one; default: runs of `\w`). Chinese and Japanese: each character of Han, kana or hangul
 * and each emoji is a word, and so is what else stands between white space, without punctuation. Deviation: Thai words are those of ICU's dictionary.
 */
export function countWords(text: string, language: string | undefined): number {
  if (language === 'th') return thaiWords(text);
  if (language !== 'zh' && language !== 'ja') return countWordRuns(text);
  const plain = text.replace(EMOJI, ' ').replace(PUNCTUATION, '');
  const emoji = countMatches(text, EMOJI);
  const rest = plain.replace(CJK, ' ');
  return emoji + countMatches(plain, CJK) + splitWords(rest).length;
}

let thai: Intl.Segmenter | undefined;

function thaiWords(text: string): number {
  thai ??= new Intl.Segmenter('th', { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of thai.segment(text)) if (isWordLike) count++;
  return count;
}
