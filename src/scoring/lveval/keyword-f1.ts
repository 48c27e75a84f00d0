import { chineseWords } from '../chinese/f1-chinese.ts';
import type { Segment } from '../chinese/segment.ts';
import type { ModeOptions } from '../longbench/mode.ts';
import { countItems } from '../text/count-items.ts';
import { englishWords } from '../text/normalize-english.ts';
import { tokenF1 } from '../text/token-f1.ts';
import { LVEVAL_STOP_WORDS } from './stop-words.ts';

/** Share of the keywords' words that an answer must hold to be scored at all. */
const THRESHOLD = { en: 0.2, zh: 0.4 };

/**
 * LV-Eval's F1 with answer keywords, English (0–1): 0 when the answer holds less than a fifth of the keywords' words (stop words do not count as held), else
 * F1. Without keywords plain F1. Official: F1 over all words; fixed: without the stop words, as the paper says.
 */
export function keywordF1English(
  prediction: string,
  gold: string,
  { keywords, mode }: ModeOptions & { readonly keywords?: string } = {},
): number {
  return gatedF1(englishWords(prediction), englishWords(gold), { language: 'en', keywords: englishWords(keywords ?? ''), mode });
}

/** The same for Chinese: words of jieba, a threshold of 0.4; the gold answer is the keywords where none are given. */
export function keywordF1Chinese(
  prediction: string,
  gold: string,
  { keywords = gold, mode, segment }: ModeOptions & { readonly keywords?: string; readonly segment: Segment },
): number {
  const words = (text: string) => chineseWords(text, segment);
  return gatedF1(words(prediction), words(gold), { language: 'zh', keywords: words(keywords), mode });
}

interface Gate {
  readonly language: 'en' | 'zh';
  readonly keywords: readonly string[];
  readonly mode: ModeOptions['mode'];
}

function gatedF1(given: readonly string[], wanted: readonly string[], { language, keywords, mode }: Gate): number {
  const stops = LVEVAL_STOP_WORDS[language];
  if (keywords.length > 0 && heldCount(given, keywords, stops) / keywords.length < THRESHOLD[language]) return 0;
  const kept = (tokens: readonly string[]) => (mode === 'fixed' ? tokens.filter((token) => !stops.has(token)) : tokens);
  return tokenF1(kept(given), kept(wanted));
}

/** Keywords held, as a multiset; those that are stop words are no hits, but stay in the denominator. */
function heldCount(given: readonly string[], keywords: readonly string[], stops: ReadonlySet<string>): number {
  const counts = countItems(given);
  let held = 0;
  for (const [word, times] of countItems(keywords)) if (!stops.has(word)) held += Math.min(times, counts.get(word) ?? 0);
  return held;
}
