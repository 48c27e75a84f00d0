import { ngramMatches } from './ngram-matches.ts';

/** A translation and its reference, as tokens. */
export interface TokenPair {
  readonly given: readonly string[];
  readonly wanted: readonly string[];
}

/** What BLEU counts of one pair: runs of 1 to 4 tokens shared and given, and tokens. Counts of pairs add up to those of a corpus. */
export interface BleuCounts {
  readonly shared: readonly number[];
  readonly total: readonly number[];
  readonly given: number;
  readonly wanted: number;
}

const ORDERS = [1, 2, 3, 4];

/** The counts of one translation. */
export function bleuCounts({ given, wanted }: TokenPair): BleuCounts {
  const matches = ORDERS.map((n) => ngramMatches(given, wanted, n));
  return {
    shared: matches.map((each) => each.shared),
    total: matches.map((each) => each.total),
    given: given.length,
    wanted: wanted.length,
  };
}

/** Corpus BLEU-4 without smoothing, one reference each (0–1). 0 when any order has no match. Source: M4LE `utils/bleu.py`, after sacrebleu. */
export function bleuCorpus(pairs: readonly TokenPair[]): number {
  return bleuOfCounts(pairs.map(bleuCounts));
}

/** The same from counts. */
export function bleuOfCounts(all: readonly BleuCounts[]): number {
  const logs = ORDERS.map((_, i) => Math.log(sum(all.map(({ shared }) => shared[i]!)) / sum(all.map(({ total }) => total[i]!))));
  const score = brevity(sum(all.map(({ given }) => given)), sum(all.map(({ wanted }) => wanted))) * Math.exp(sum(logs) / ORDERS.length);
  return Number.isFinite(score) ? score : 0;
}

/** BLEU's penalty for translations shorter than their references. */
export function brevity(given: number, wanted: number): number {
  if (given === 0) return 0;
  return given >= wanted ? 1 : Math.exp(1 - wanted / given);
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
