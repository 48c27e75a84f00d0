import { containsKeyword, type KeywordMatch } from './keyword.ts';

export interface DepthKeyword {
  readonly keyword: string;
  readonly depthPercent: number;
}

/**
 * NeedleBench multi-needle retrieval: one point per keyword found, reported per depth; the value is their mean (0–1).
 * The published scorer counts in 100/n; `average_score` is this value × 100. No keywords: value 0.
 */
export function multiKeywordScore(answer: string, keywords: readonly DepthKeyword[], match: KeywordMatch = 'raw') {
  const parts = keywords.map(({ keyword, depthPercent }) => ({
    cell: { depthPercent },
    value: containsKeyword(answer, keyword, match) ? 1 : 0,
  }));
  const found = parts.reduce((sum, part) => sum + part.value, 0);
  return { value: parts.length === 0 ? 0 : found / parts.length, parts, found };
}
