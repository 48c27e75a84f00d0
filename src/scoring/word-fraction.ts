import { splitWords } from './python-space.ts';

/**
 * NeedleBench v1 multi-needle reasoning: the share (0–1) of the reference's lower-cased words that are substrings of the lower-cased answer.
 * As published, a short word counts wherever its letters stand, and a Chinese reference without spaces is one word. No words: 0.
 */
export function wordFraction(answer: string, reference: string): number {
  const words = splitWords(reference.toLowerCase());
  const lowered = answer.toLowerCase();
  return words.length === 0 ? 0 : words.filter((word) => lowered.includes(word)).length / words.length;
}
