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
export function scoreAnswer(dataset: LongBenchDataset, { answer, golds, classes }: LongBenchAnswer, segment: Segment): number {
  const given = dataset.firstLine ? firstLine(answer) : answer;
  return golds.reduce((best, gold) => Math.max(best, SCORERS[dataset.metric](given, gold, { classes, segment })), 0);
}

type Scorer = (answer: string, gold: string, deps: { readonly classes: readonly string[]; readonly segment: Segment }) => number;

const SCORERS: { readonly [metric in LongBenchMetric]: Scorer } = {
  'f1-en': (answer, gold) => f1English(answer, gold),
  'f1-zh': (answer, gold, { segment }) => f1Chinese(answer, gold, segment),
  rouge: (answer, gold) => rougeLongBench(answer, gold),
  'rouge-zh': (answer, gold, { segment }) => rougeLongBenchChinese(answer, gold, { segment }),
  class: (answer, gold, { classes }) => classMatch(answer, gold, { classes }),
  count: (answer, gold) => numberHits(answer, gold),
  'retrieval-en': (answer, gold) => paragraphHits(answer, gold, 'en'),
  'retrieval-zh': (answer, gold) => paragraphHits(answer, gold, 'zh'),
  edit: (answer, gold) => editRatio(firstCodeLine(answer), gold),
};
