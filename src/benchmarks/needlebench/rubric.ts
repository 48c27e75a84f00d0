import type { Json, Sample } from '../../core/index.ts';

/**
 * What an answer is scored by: the target and how to compare. It travels in the sample's `facts`, while the sample's `target` is the plain
 * answer that a reader expects: a keyword, a list of keywords, a name, a number as text, or a letter.
 */
export type Rubric = { readonly [key: string]: Json };

/** The rubric of a sample of this family, as the task that made it wrote it. */
export function rubricOf<T>(sample: Sample): T {
  return (sample.facts as { readonly rubric: unknown }).rubric as T;
}

/** The plain answer in a rubric. */
export function plainTarget(rubric: Json): Json {
  const { keyword, keywords, answer, name, order, gold, letters } = rubric as Rubric;
  if (Array.isArray(keywords)) return keywords.map((each) => (each as Rubric)['keyword']!);
  if (Array.isArray(order) && typeof letters === 'string') return letters[order.indexOf(gold!)]!;
  return keyword ?? answer ?? name ?? null;
}
