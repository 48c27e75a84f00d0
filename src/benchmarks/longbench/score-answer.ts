import {
  classMatch,
  editRatio,
  f1Chinese,
  f1English,
  firstCodeLine,
  firstLine,
  numberHits,
  paragraphHits,
  rougeLongBench,
  rougeLongBenchChinese,
  type ScoringMode,
  type Segment,
} from '../../scoring/index.ts';
import type { LongBenchDataset, LongBenchMetric } from './datasets.ts';

/** A stored answer with its accepted answers. */
export interface LongBenchAnswer {
  readonly answer: string;
  readonly golds: readonly string[];
  readonly classes: readonly string[];
}

/** The score of an answer (0–1): the best over all accepted answers; without any 0. Source: LongBench `eval.py`. */
export function scoreAnswer(
  dataset: LongBenchDataset,
  { answer, golds, classes }: LongBenchAnswer,
  { segment, mode }: { readonly segment: Segment; readonly mode: ScoringMode },
): number {
  const given = dataset.firstLine ? firstLine(answer) : answer;
  return golds.reduce((best, gold) => Math.max(best, SCORERS[dataset.metric](given, gold, { classes, segment, mode })), 0);
}

interface Deps {
  readonly classes: readonly string[];
  readonly segment: Segment;
  readonly mode: ScoringMode;
}

type Scorer = (answer: string, gold: string, deps: Deps) => number;

const SCORERS: { readonly [metric in LongBenchMetric]: Scorer } = {
  'f1-en': (answer, gold) => f1English(answer, gold),
  'f1-zh': (answer, gold, { segment }) => f1Chinese(answer, gold, segment),
  rouge: (answer, gold, { mode }) => rougeLongBench(answer, gold, { mode }),
  'rouge-zh': (answer, gold, { segment, mode }) => rougeLongBenchChinese(answer, gold, { segment, mode }),
  class: (answer, gold, { classes, mode }) => classMatch(answer, gold, { classes, mode }),
  count: (answer, gold) => numberHits(answer, gold),
  'retrieval-en': (answer, gold) => paragraphHits(answer, gold, 'en'),
  'retrieval-zh': (answer, gold) => paragraphHits(answer, gold, 'zh'),
  edit: (answer, gold) => editRatio(firstCodeLine(answer), gold),
};
