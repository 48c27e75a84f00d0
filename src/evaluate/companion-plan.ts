import type { Prices, Sample, SkippedSample } from '../core/index.ts';
import { summarizePlan, type PlanSummary } from '../runner/index.ts';
import { baselineNames } from './companion-id.ts';
import { companionSample, type CountTokens } from './companion-sample.ts';

/** What a baseline will ask beside a run. `free`: it asks no model. Its tokens are at most so many. */
export interface CompanionPlan {
  readonly name: string;
  readonly free: boolean;
  readonly samples: readonly (Sample | SkippedSample)[];
  readonly summary: PlanSummary;
}

/** `count` counts tokens as the samples' own counts do; `prices` are the model's. */
export interface CompanionPlanOptions {
  readonly count: CountTokens;
  readonly prices?: Prices;
}

/** What baselines cost on the samples of a run, in the order in which they are asked. Nothing is read or sent: a count over the prompts' recipes. */
export function companionPlan(
  samples: readonly (Sample | SkippedSample)[],
  names: readonly string[],
  { count, prices }: CompanionPlanOptions,
): readonly CompanionPlan[] {
  return baselineNames(names).map((name) => {
    const asked = samples.map((sample) => companionSample(name, sample, count));
    const free = name === 'lexical';
    return { name, free, samples: asked, summary: summarizePlan(asked, free ? undefined : prices) };
  });
}
