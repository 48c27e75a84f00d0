import { bleuSentence } from '../bleu/bleu-sentence.ts';
import { rougePltrdy, type RougeScores } from '../text/rouge-pltrdy.ts';

/** LooGLE's n-gram metrics. The published tables give recall (`r`) of ROUGE. */
export interface LoogleSimilarity {
  readonly bleu1: number;
  readonly bleu4: number;
  readonly rouge: RougeScores | null;
}

/** Scores an answer as LooGLE does (`automatic_metrics.py`); an empty answer is the word "None". `rouge` is null where the package raises: an answer of full stops alone. */
export function loogleSimilarity(prediction: string, reference: string): LoogleSimilarity {
  const given = prediction === '' ? 'None' : prediction;
  return { bleu1: bleuSentence(given, reference, 1), bleu4: bleuSentence(given, reference, 4), rouge: rougePltrdy(given, reference) };
}
