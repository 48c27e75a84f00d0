import { splitWords } from '../python-space.ts';
import { brevity } from './bleu-corpus.ts';
import { ngramMatches } from './ngram-matches.ts';

/** Python's smallest normal number, which NLTK takes for a precision of 0. */
const SMALLEST = 2.2250738585072014e-308;

/**
 * LooGLE's BLEU (0–1): NLTK's sentence BLEU without smoothing with all the weight on one order, so that "BLEU-4" is the precision of runs of four words times the
 * brevity penalty, and all but 0 where none is shared. Words are split at white space.
 */
export function bleuSentence(prediction: string, reference: string, order: 1 | 4): number {
  const [given, wanted] = [splitWords(prediction), splitWords(reference)];
  if (ngramMatches(given, wanted, 1).shared === 0) return 0;
  const { shared, total } = ngramMatches(given, wanted, order);
  return (shared === 0 ? SMALLEST : shared / total) * brevity(given.length, wanted.length);
}
