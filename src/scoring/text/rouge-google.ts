import { ngrams } from '../bleu/ngram-matches.ts';
import { sharedCount } from './count-items.ts';
import { lcsLength } from './lcs-length.ts';
import { prfOf, type Prf } from './token-f1.ts';

/** Runs of a–z and 0–9 of the lower-cased text: the tokens of Google's `rouge_score`, without stemming. */
export function rougeTokens(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** ROUGE-1, ROUGE-2 and ROUGE-L of `rouge_score` (each 0–1). Over several references the published scorer takes the one with the best F-measure, per metric. */
export function rougeGoogle(prediction: string, reference: string): { readonly rouge1: Prf; readonly rouge2: Prf; readonly rougeL: Prf } {
  const [given, wanted] = [rougeTokens(prediction), rougeTokens(reference)];
  const shared = lcsLength(wanted, given);
  return {
    rouge1: ngramPrf(given, wanted, 1),
    rouge2: ngramPrf(given, wanted, 2),
    rougeL: prfOf(shared, { predicted: given.length, wanted: wanted.length }),
  };
}

function ngramPrf(given: readonly string[], wanted: readonly string[], n: number): Prf {
  const [a, b] = [ngrams(given, n), ngrams(wanted, n)];
  return prfOf(sharedCount(a, b), { predicted: a.length, wanted: b.length });
}
