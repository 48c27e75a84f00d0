import { chineseWords } from '../chinese/f1-chinese.ts';
import type { Segment } from '../chinese/segment.ts';
import type { ModeOptions } from '../longbench/mode.ts';
import { rougeLongBenchWords } from '../longbench/rouge-longbench.ts';
import { LVEVAL_STOP_WORDS } from './stop-words.ts';

/**
 * LV-Eval's ROUGE-L for dureader (0–1): words of jieba on text that jieba has cut before (so that its spaces are words, which normalisation deletes), without stop
 * words. Long texts as in `rougeLongBench`.
 */
export function rougeWithoutStops(
  prediction: string,
  gold: string,
  { segment, mode }: ModeOptions & { readonly segment: Segment },
): number {
  const kept = (text: string) => chineseWords(segment(text).join(' '), segment).filter((word) => !LVEVAL_STOP_WORDS.zh.has(word));
  return rougeLongBenchWords(kept(prediction), kept(gold), mode === undefined ? {} : { mode });
}
