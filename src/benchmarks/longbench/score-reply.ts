import type { Sample, Score } from '../../core/index.ts';
import { modeOf } from '../../datasets/index.ts';
import {
  classMatch,
  editRatio,
  f1Chinese,
  f1English,
  firstCodeLine,
  firstLine,
  loadJieba,
  numberHits,
  paragraphHits,
  rougeLongBench,
  rougeLongBenchChinese,
  type ScoringMode,
  type Segment,
} from '../../scoring/index.ts';
import type { LongBenchMetric, LongBenchTask } from './tasks.ts';

interface Rules {
  readonly classes: readonly string[];
  readonly mode: ScoringMode;
}

type Compare = (answer: string, gold: string, rules: Rules) => number;

const COMPARE: { readonly [metric in Exclude<LongBenchMetric, 'f1-zh' | 'rougeL-zh'>]: Compare } = {
  f1: f1English,
  rougeL: (answer, gold, { mode }) => rougeLongBench(answer, gold, { mode }),
  class: classMatch,
  count: numberHits,
  paragraph: (answer, gold) => paragraphHits(answer, gold),
  'paragraph-zh': (answer, gold) => paragraphHits(answer, gold, 'zh'),
  'edit-similarity': (answer, gold) => editRatio(firstCodeLine(answer), gold),
};

/** The best value over all gold answers (0–1), as published; `compat` keeps the published defects of ROUGE and of classes. */
export function scoreReply(
  task: LongBenchTask,
  replies: readonly string[],
  sample: Sample,
): Omit<Score, 'mode'> | Promise<Omit<Score, 'mode'>> {
  const { metric } = task;
  if (metric === 'f1-zh' || metric === 'rougeL-zh')
    return loadJieba().then((segment) => best(task, replies, sample, chinese(metric, segment)));
  return best(task, replies, sample, COMPARE[metric]);
}

function chinese(metric: 'f1-zh' | 'rougeL-zh', segment: Segment): Compare {
  if (metric === 'f1-zh') return (answer, gold) => f1Chinese(answer, gold, segment);
  return (answer, gold, { mode }) => rougeLongBenchChinese(answer, gold, { segment, mode });
}

function best(
  { metric, firstLine: isCut }: LongBenchTask,
  replies: readonly string[],
  { target, facts }: Sample,
  compare: Compare,
): Omit<Score, 'mode'> {
  const answer = isCut ? firstLine(replies[0] ?? '') : (replies[0] ?? '');
  const { classes = [] } = facts as { readonly classes?: readonly string[] };
  const rules: Rules = { classes, mode: modeOf(facts) === 'compat' ? 'official' : 'fixed' };
  const values = (target as readonly string[]).map((gold) => compare(answer, gold, rules));
  return { value: Math.max(0, ...values), metric };
}
