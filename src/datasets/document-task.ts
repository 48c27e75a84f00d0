import type { Answer, Fidelity, Json, Result, Sample, Score, ScoreDeps, Task } from '../core/index.ts';
import { readDataOptions, type DataFamily, type DataSettings } from './data-options.ts';
import type { DocumentData, Truncation } from './document-question.ts';
import { documentSamples } from './document-samples.ts';

/** A task whose questions and documents come from a data file. */
export interface DocumentTaskFacts extends Pick<
  Task,
  'id' | 'version' | 'title' | 'paper' | 'tags' | 'languages' | 'views' | 'judgeQuestions'
> {
  readonly family: DataFamily;
  readonly fidelity: { readonly [mode in DataSettings['mode']]: Fidelity };
  readonly truncation: Truncation;
  /** Room for an answer, as published. */
  readonly maxTokens: number;
  /** The data in parts, each with texts of its own. */
  load(settings: DataSettings): AsyncIterable<DocumentData>;
  /** The score of the replies, one for each call; `mode` is added. `judge`: present where one was named. Never throws for anything a model says, except that a judge's verdict is missing. */
  score(replies: readonly string[], sample: Sample, deps: Pick<ScoreDeps, 'judge'>): Omit<Score, 'mode'> | Promise<Omit<Score, 'mode'>>;
}

/** Makes the task. Its samples throw FathomError: `misuse` (options, no data folder), `data` (bad rows), `missing`. */
export function documentTask(facts: DocumentTaskFacts): Task {
  const { family, truncation, maxTokens, load, score, ...task } = facts;
  return {
    ...task,
    needsData: true,
    defaults: { mode: 'corrected', maxTokens },
    async *samples(options, deps) {
      const settings = readDataOptions(options, family);
      const made = { id: task.id, version: task.version, truncation };
      for await (const data of load(settings)) yield* documentSamples(data, { task: made, settings, deps });
    },
    score(answer: Answer, sample: Sample, deps: ScoreDeps) {
      const made = score(answer.replies, sample, deps);
      return made instanceof Promise ? made.then((each) => scored(each, sample)) : scored(made, sample);
    },
  };
}

function scored(score: Omit<Score, 'mode'>, { facts }: Sample): Result {
  return { status: 'ok', score: { ...score, mode: modeOf(facts) } };
}

/** The mode that a sample was made in. */
export function modeOf(facts: Json | undefined): DataSettings['mode'] {
  return (facts as { readonly mode?: DataSettings['mode'] } | undefined)?.mode ?? 'corrected';
}
