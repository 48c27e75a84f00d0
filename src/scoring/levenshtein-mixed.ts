import { editSimilarity } from './edit-similarity.ts';
import { containsKeyword, type KeywordMatch } from './keyword.ts';
import { replaceSpace } from './python-space.ts';

export interface LevenshteinMixedOptions {
  readonly keyword: string;
  /** Cut the answer near the reference's length first (the published `use_trim`, default off). */
  readonly trim?: boolean;
  readonly match?: KeywordMatch;
}

/**
 * NeedleBench v1 single-needle retrieval (0–1): 1 when the raw answer holds the keyword, otherwise a fifth of the similarity
 * `1 − Levenshtein / longer length`, on code points with all white space removed. Linear in the answer for a short reference.
 */
export function levenshteinMixed(answer: string, reference: string, options: LevenshteinMixedOptions): number {
  if (containsKeyword(answer, options.keyword, options.match)) return 1;
  const wanted = Array.from(replaceSpace(reference, ''));
  const given = Array.from(replaceSpace(answer, ''));
  return 0.2 * editSimilarity(options.trim ? trimToReference(given, wanted) : given, wanted);
}

/** Keeps 1.2 reference lengths, and of those what stands before (and with) the first reference end character after 0.8 lengths. */
export function trimToReference(given: readonly string[], wanted: readonly string[]): readonly string[] {
  const kept = given.slice(0, Math.trunc(1.2 * wanted.length));
  const from = Math.trunc(0.8 * wanted.length);
  const end = wanted.at(-1);
  const at = end === undefined ? -1 : kept.indexOf(end, from);
  return at === -1 ? kept : kept.slice(0, at + 1);
}
