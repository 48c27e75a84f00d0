import type { Segment } from '../chinese/segment.ts';
import { rougePltrdy } from '../text/rouge-pltrdy.ts';
import type { ModeOptions } from './mode.ts';

/** Calls of the back-trace that fit into Python's 1000 frames below LongBench's own (measured with Python 3.11). */
const RECURSION_CALLS = { en: 991, zh: 990 };

/** LongBench `rouge_score` (0–1): ROUGE-L F. Official: texts whose back-trace is deeper than Python's stack score 0, silently; fixed: they are scored. */
export function rougeLongBench(prediction: string, gold: string, { mode }: ModeOptions = {}): number {
  return rougeL(prediction, gold, mode === 'fixed' ? undefined : RECURSION_CALLS.en);
}

/** LongBench `rouge_zh_score` (0–1): the same on words cut by jieba, so that a whole text is one sentence. */
export function rougeLongBenchChinese(
  prediction: string,
  gold: string,
  { segment, mode }: ModeOptions & { readonly segment: Segment },
): number {
  return rougeLongBenchWords(segment(prediction), segment(gold), mode === undefined ? {} : { mode });
}

/** The same on words that were cut before. */
export function rougeLongBenchWords(prediction: readonly string[], gold: readonly string[], { mode }: ModeOptions): number {
  return rougeL(prediction.join(' '), gold.join(' '), mode === 'fixed' ? undefined : RECURSION_CALLS.zh);
}

function rougeL(prediction: string, gold: string, recursionCalls: number | undefined): number {
  return rougePltrdy(prediction, gold, recursionCalls === undefined ? {} : { recursionCalls })?.rougeL.f ?? 0;
}
