import { splitWords, stripSpace } from '../python-space.ts';
import { countPunktSentences } from './count-punkt-sentences.ts';

/** Text between marks; the marks are ASCII, full-width and Chinese. */
const CJK_PIECE = /[^.!?。！？．\n]+/gu;
const HINDI_PIECE = /[^।!?;]+/gu;

/**
 * The number of sentences by the rules of the language (a detected one; default: English). Deviations: NLTK's punkt is approximated by rules, the
 * Thai splitter by the sentence rules of Unicode on each line.
 */
export function countSentences(text: string, language: string | undefined): number {
  if (language === 'th') return text.split('\n').reduce((sum, line) => sum + thaiSentences(line), 0);
  if (language === 'hi') return countFilled(text, HINDI_PIECE);
  if (language === 'zh' || language === 'ja') return countFilled(text, CJK_PIECE);
  return countPunktSentences(splitWords(text));
}

function countFilled(text: string, piece: RegExp): number {
  let count = 0;
  for (const [found] of text.matchAll(piece)) if (stripSpace(found) !== '') count++;
  return count;
}

let thai: Intl.Segmenter | undefined;

function thaiSentences(line: string): number {
  thai ??= new Intl.Segmenter('th', { granularity: 'sentence' });
  return [...thai.segment(line)].filter(({ segment }) => stripSpace(segment) !== '').length;
}
