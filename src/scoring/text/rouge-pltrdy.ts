import { replaceSpace } from '../python-space.ts';
import { unionLcsSize } from './union-lcs.ts';

/** Recall, precision and F, each 0–1. */
export interface RougeScore {
  readonly r: number;
  readonly p: number;
  readonly f: number;
}

/** ROUGE-1, -2 and -L of one prediction. */
export interface RougeScores {
  readonly rouge1: RougeScore;
  readonly rouge2: RougeScore;
  readonly rougeL: RougeScore;
}

export interface RougePltrdyOptions {
  /**
   * Calls of the recursive back-trace that Python's stack has room for; a trace that needs more raises there, and null is given. Without it no trace is
   * too long.
   */
  readonly recursionCalls?: number;
}

/**
 * ROUGE as in the package `rouge` 1.0.1 (pltrdy), by default: sentences end at "."; words, pairs of words and longest common subsequences are counted as sets.
 * Null where the package raises (an empty text, or a back-trace deeper than `recursionCalls`).
 */
export function rougePltrdy(prediction: string, reference: string, options: RougePltrdyOptions = {}): RougeScores | null {
  const [given, wanted] = [sentences(prediction), sentences(reference)];
  if (given.length === 0 || wanted.length === 0) return null;
  const union = unionLcsSize(wanted, given, options.recursionCalls);
  if (union === null) return null;
  const [a, b] = [given.flat(), wanted.flat()];
  return {
    rouge1: overlap(new Set(a), new Set(b)),
    rouge2: overlap(pairs(a), pairs(b)),
    rougeL: rougeScore(union, new Set(a).size, new Set(b).size),
  };
}

/** Split at "."; only pieces without any character are dropped, so that a piece of white space is one empty word. */
function sentences(text: string): string[][] {
  return text
    .split('.')
    .filter((piece) => piece !== '')
    .map((piece) => replaceSpace(piece, ' ').replace(/^ | $/g, '').split(' '));
}

const pairs = (words: readonly string[]) => new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));

function overlap(given: ReadonlySet<string>, wanted: ReadonlySet<string>): RougeScore {
  let shared = 0;
  for (const item of given) if (wanted.has(item)) shared++;
  return rougeScore(shared, given.size, wanted.size);
}

/** The package's F has 1e-8 in its denominator: a perfect score is 0.999999995. */
export function rougeScore(shared: number, given: number, wanted: number): RougeScore {
  const [p, r] = [given === 0 ? 0 : shared / given, wanted === 0 ? 0 : shared / wanted];
  return { r, p, f: 2 * ((p * r) / (p + r + 1e-8)) };
}
