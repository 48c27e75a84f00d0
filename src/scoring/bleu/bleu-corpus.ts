import { ngramMatches } from './ngram-matches.ts';

/** A translation and its reference, as tokens. */
export interface TokenPair {
  readonly given: readonly string[];
  readonly wanted: readonly string[];
}

/** Corpus BLEU-4 without smoothing, one reference each (0–1). 0 when any order has no match. Source: M4LE `utils/bleu.py`, after sacrebleu. */
export function bleuCorpus(pairs: readonly TokenPair[]): number {
  const logs = [1, 2, 3, 4].map((n) => {
    const matches = pairs.map(({ given, wanted }) => ngramMatches(given, wanted, n));
    return Math.log(sum(matches.map((each) => each.shared)) / sum(matches.map((each) => each.total)));
  });
  const [given, wanted] = [sum(pairs.map((each) => each.given.length)), sum(pairs.map((each) => each.wanted.length))];
  const score = brevity(given, wanted) * Math.exp(sum(logs) / 4);
  return Number.isFinite(score) ? score : 0;
}

/** BLEU's penalty for translations shorter than their references. */
export function brevity(given: number, wanted: number): number {
  if (given === 0) return 0;
  return given >= wanted ? 1 : Math.exp(1 - wanted / given);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
