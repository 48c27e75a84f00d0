import { sharedCount } from '../text/count-items.ts';

/** Runs of n tokens that two lists share, as multisets, and how many the first has. */
export function ngramMatches(
  given: readonly string[],
  wanted: readonly string[],
  n: number,
): { readonly shared: number; readonly total: number } {
  const [a, b] = [ngrams(given, n), ngrams(wanted, n)];
  return { shared: sharedCount(a, b), total: a.length };
}

/** Joined by a space, which no token holds. */
export function ngrams(tokens: readonly string[], n: number): readonly string[] {
  return tokens.slice(0, Math.max(0, tokens.length - n + 1)).map((_, i) => tokens.slice(i, i + n).join(' '));
}
