import type { JsonObject, Sample, SkippedSample, Task } from '../core/index.ts';
import { countNoun } from '../report/index.ts';
import { readPrices } from './cost-flags.ts';
import type { JudgeFlags } from './judge-flags.ts';

/** How many questions a judge is asked at most, if every sample gets an answer. */
export function judgeQuestions(tasks: readonly Task[], samples: readonly (Sample | SkippedSample)[]): number {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  return samples.reduce((sum, sample) => sum + ('skipped' in sample ? 0 : (byId.get(sample.task)?.judgeQuestions?.(sample) ?? 0)), 0);
}

/** What is to be said of a judge before a run; nothing where none is named. */
export function judgePlanLines({
  tasks,
  samples,
  judge,
}: {
  readonly tasks: readonly Task[];
  readonly samples: readonly (Sample | SkippedSample)[];
  readonly judge: JudgeFlags | undefined;
}): readonly string[] {
  if (!judge) return [];
  const questions = judgeQuestions(tasks, samples);
  if (questions === 0) return [`Judge ${judge.model}: nothing of this is left to a judge.`];
  return [
    `Judge ${judge.model}: at most ${countNoun(questions, 'question')} about the answers, without the documents; as many again for each baseline.`,
  ];
}

/** What a run's record keeps of its judge. */
export async function judgeOptions(judge: JudgeFlags | undefined): Promise<JsonObject> {
  if (!judge) return {};
  const known = await readPrices({ prices: judge.prices }, judge.model);
  return { judge: judge.model, ...(known && { judgePrices: JSON.parse(JSON.stringify(known)) as JsonObject }) };
}
