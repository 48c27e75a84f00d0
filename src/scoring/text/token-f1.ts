import { sharedCount } from './count-items.ts';
import { englishWords } from './normalize-english.ts';

/** Precision, recall and F1, each 0–1. */
export interface Prf {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** From counts: `shared` of `predicted` and of `wanted` items. Nothing shared is 0 throughout. */
export function prfOf(shared: number, { predicted, wanted }: { readonly predicted: number; readonly wanted: number }): Prf {
  if (shared === 0) return { precision: 0, recall: 0, f1: 0 };
  const [precision, recall] = [shared / predicted, shared / wanted];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

/** F1 (0–1) of two token lists as multisets; 0 when they share nothing, also when both are empty. */
export function tokenF1(prediction: readonly string[], gold: readonly string[]): number {
  return prfOf(sharedCount(prediction, gold), { predicted: prediction.length, wanted: gold.length }).f1;
}

/** LongBench `qa_f1_score` and L-Eval F1 (0–1): words of the normalised English texts. An empty prediction scores 0, as published. */
export function f1English(prediction: string, gold: string): number {
  return tokenF1(englishWords(prediction), englishWords(gold));
}
