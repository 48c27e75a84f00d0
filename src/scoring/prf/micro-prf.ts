import type { Prf } from '../text/token-f1.ts';

/** What was right, named and wanted, over one or many answers. */
export interface HitCounts {
  readonly correct: number;
  readonly predicted: number;
  readonly wanted: number;
}

/** LongICLBench keeps its divisions from 0 by this. */
const EPSILON = 1e-8;

/** Precision, recall and F1 (0–1) over the sums of all answers. */
export function microPrf(counts: readonly HitCounts[]): Prf {
  const sum = (key: keyof HitCounts) => counts.reduce((total, each) => total + each[key], 0);
  const precision = sum('correct') / (sum('predicted') + EPSILON);
  const recall = sum('correct') / (sum('wanted') + EPSILON);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall + EPSILON) };
}
