import type { JsonObject, Sample, SkippedSample, TaskDeps } from '../../core/index.ts';
import type { DataFamily } from '../../datasets/index.ts';
import { tsortSamples } from './built-tsort.ts';

/** What samples of a built task are called. */
export interface BuiltNames {
  readonly id: string;
  readonly version: number;
  readonly family: DataFamily;
}

/** A task that is built to any length from texts at hand. */
export interface BuiltTask {
  readonly kind: 'tsort' | 'bestanswer';
  readonly title: string;
  readonly tags: readonly string[];
  samples(names: BuiltNames, options: JsonObject, deps: TaskDeps): AsyncGenerator<Sample | SkippedSample>;
}

export const BUILT_TASKS: readonly BuiltTask[] = [
  { kind: 'tsort', title: 'the order of shuffled segments', tags: ['ordering', 'diffusion:3', 'scope:3'], samples: tsortSamples },
];
