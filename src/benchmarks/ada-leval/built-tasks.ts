import type { JsonObject, Sample, SkippedSample, TaskDeps } from '../../core/index.ts';
import { bestAnswerSamples } from './built-bestanswer.ts';
import type { BuiltNames } from './built-names.ts';
import { tsortSamples } from './built-tsort.ts';

/** A task that is built to any length from texts at hand. */
export interface BuiltTask {
  readonly kind: 'tsort' | 'bestanswer';
  readonly title: string;
  readonly tags: readonly string[];
  samples(names: BuiltNames, options: JsonObject, deps: TaskDeps): AsyncGenerator<Sample | SkippedSample>;
}

export const BUILT_TASKS: readonly BuiltTask[] = [
  { kind: 'tsort', title: 'the order of shuffled segments', tags: ['ordering', 'diffusion:3', 'scope:3'], samples: tsortSamples },
  {
    kind: 'bestanswer',
    title: 'the best of many answers to a question',
    tags: ['selection', 'diffusion:3', 'scope:3'],
    samples: bestAnswerSamples,
  },
];
