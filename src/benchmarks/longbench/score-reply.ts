import type { Sample, Score } from '../../core/index.ts';
import { modeOf } from '../../datasets/index.ts';
import { loadJieba, type Segment } from '../../scoring/index.ts';
import type { LongBenchDataset } from './datasets.ts';
import { scoreAnswer } from './score-answer.ts';
import type { LongBenchTask } from './tasks.ts';

/** The best value over all gold answers (0–1), as published; `compat` keeps the published defects of ROUGE and of classes. */
export async function scoreReply(
  { dataset }: LongBenchTask,
  replies: readonly string[],
  { target, facts }: Pick<Sample, 'target' | 'facts'>,
): Promise<Omit<Score, 'mode'>> {
  const { classes = [] } = facts as { readonly classes?: readonly string[] };
  const answer = { answer: replies[0] ?? '', golds: target as readonly string[], classes };
  const value = scoreAnswer(dataset, answer, {
    segment: await segmentFor(dataset),
    mode: modeOf(facts) === 'compat' ? 'official' : 'fixed',
  });
  return { value, metric: dataset.metric };
}

/** Chinese words are cut by jieba, loaded where they are needed. */
async function segmentFor({ metric }: LongBenchDataset): Promise<Segment> {
  return metric === 'f1-zh' || metric === 'rouge-zh' ? loadJieba() : (text) => [text];
}
