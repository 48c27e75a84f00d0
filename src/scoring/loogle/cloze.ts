import { splitWords } from '../python-space.ts';
import { parsePythonLiteral } from '../python-literal.ts';

/** Masks of a question, and how many of them were filled exactly, or with a word in common. Sum them over a corpus before dividing. */
export interface ClozeCounts {
  readonly exact: number;
  readonly partial: number;
  readonly masks: number;
}

/** LooGLE's cloze (`automatic_metrics.py`): the answer must be a dict, as JSON or in Python, else nothing is filled. */
export function clozeCounts(prediction: string, gold: { readonly [mask: string]: string }): ClozeCounts {
  const read = parsePythonLiteral(prediction.trim());
  const filled = new Map(read !== null && typeof read === 'object' && !Array.isArray(read) ? Object.entries(read) : []);
  const pairs = Object.entries(gold).map(([mask, wanted]) => [filled.get(mask), wanted] as const);
  const alike = ([given, wanted]: (typeof pairs)[number]) => typeof given === 'string' && shareWord(given, wanted);
  return { exact: pairs.filter(([given, wanted]) => given === wanted).length, partial: pairs.filter(alike).length, masks: pairs.length };
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(splitWords(a));
  return splitWords(b).some((word) => words.has(word));
}
