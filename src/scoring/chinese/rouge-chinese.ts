import { splitWords } from '../python-space.ts';
import { lcsLength } from '../text/lcs-length.ts';
import { rougeScore, type RougeScore } from '../text/rouge-pltrdy.ts';
import type { Segment } from './segment.ts';

/** ROUGE-L of the package `rouge_chinese`: the true longest common subsequence of two token lists. Zero without tokens. */
export function rougeLcsTokens(prediction: readonly string[], reference: readonly string[]): RougeScore {
  return rougeScore(lcsLength(reference, prediction), prediction.length, reference.length);
}

/** The same on texts, cut into words by jieba (M4LE). White space is no word. */
export function rougeChinese(prediction: string, reference: string, segment: Segment): RougeScore {
  return rougeLcsTokens(splitWords(segment(prediction).join(' ')), splitWords(segment(reference).join(' ')));
}
