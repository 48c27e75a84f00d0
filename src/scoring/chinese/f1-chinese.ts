import { replaceSpace } from '../python-space.ts';
import { tokenF1 } from '../text/token-f1.ts';
import type { Segment } from './segment.ts';

/** ASCII punctuation and the 75 characters that LongBench deletes: 》 is among them, 《 and · are not. */
const PUNCTUATION =
  /[!-/:-@[-`{-~\uff01\uff1f\uff61\u3002\uff02-\uff0d\uff0f\uff1a-\uff1e\uff20\uff3b-\uff40\uff5b-\uff60\uff62-\uff64\u3001\u3003\u300b-\u3011\u3014-\u301f\u3030\u303e\u303f\u2013\u2014\u2018\u2019\u201b-\u201f\u2026\u2027\ufe4f]/g;

/** LongBench `normalize_zh_answer`: lower case, no punctuation, no white space. */
export function normalizeChinese(text: string): string {
  return replaceSpace(text.toLowerCase().replace(PUNCTUATION, ''), '');
}

/** Words of the raw text, each normalised; those that become empty are left out. */
export function chineseWords(text: string, segment: Segment): string[] {
  return segment(text)
    .map(normalizeChinese)
    .filter((word) => word !== '');
}

/** LongBench `qa_f1_zh_score` (0–1). */
export function f1Chinese(prediction: string, gold: string, segment: Segment): number {
  return tokenF1(chineseWords(prediction, segment), chineseWords(gold, segment));
}
