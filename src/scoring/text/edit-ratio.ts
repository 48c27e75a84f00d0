import { roundHalfEven } from '../round-half-even.ts';
import { lcsLength } from './lcs-length.ts';
import { matchedSize } from './sequence-matcher.ts';

/**
 * How fuzzywuzzy measures likeness. `indel`: insertions and deletions, with python-Levenshtein installed; `difflib`: Ratcliff–Obershelp, without it.
 * Published figures come from whichever was installed.
 */
export type EditRatioMethod = 'indel' | 'difflib';

/** fuzzywuzzy's `ratio` of two texts as code points, 0–1 in whole percents (ties to even). Equal: 1, one side empty: 0. */
export function editRatio(prediction: string, gold: string, method: EditRatioMethod = 'indel'): number {
  if (prediction === gold) return 1;
  if (prediction === '' || gold === '') return 0;
  const [a, b] = [Array.from(prediction), Array.from(gold)];
  const matched = method === 'indel' ? lcsLength(a, b) : matchedSize(a, b);
  return roundHalfEven(100 * ((2 * matched) / (a.length + b.length)), 0) / 100;
}
