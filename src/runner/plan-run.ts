import type { JsonObject, Prices, Sample, SkippedSample, Task, TaskDeps } from '../core/index.ts';
import { summarizePlan, type PlanSummary } from './plan-summary.ts';
import { checkWindow, roomTokens, type PlannedModel } from './window-check.ts';

/** A task with the options that the user gave it. */
export interface PlannedTask {
  readonly task: Task;
  readonly options: JsonObject;
}

/** What a run will ask, and of whom. */
export interface PlanSource {
  readonly tasks: readonly PlannedTask[];
  readonly deps: TaskDeps;
  readonly model: PlannedModel;
}

/** A run before it begins: its samples in plan order, and what they will cost. */
export interface Plan {
  readonly samples: readonly (Sample | SkippedSample)[];
  /** How many there were before some were selected. */
  readonly planned: number;
  readonly summary: PlanSummary;
}

/** Takes some samples of a plan, in their order. */
type SelectSamples = (samples: readonly (Sample | SkippedSample)[]) => readonly (Sample | SkippedSample)[];

/**
 * Makes all samples of a run, telling `onSample` how many there are so far. Nothing is sent. `select` takes some of them. With `prices` the summary holds a range of money.
 * Rejects with the task's own FathomError for wrong options, and with an Error when two samples share an id (a bug in a task).
 */
export async function planRun(
  source: PlanSource & { readonly prices?: Prices; readonly onSample?: (made: number) => void; readonly select?: SelectSamples },
): Promise<Plan> {
  const samples: (Sample | SkippedSample)[] = [];
  for await (const sample of planSamples(source)) {
    samples.push(sample);
    source.onSample?.(samples.length);
  }
  const selected = source.select?.(samples) ?? samples;
  return { samples: selected, planned: samples.length, summary: summarizePlan(selected, source.prices, source.model) };
}

/**
 * The samples of a run, one by one: task by task in the order given. Those that the model cannot take come as skipped
 * (reasons `capability` and `window`). The same source gives the same samples every time.
 */
export async function* planSamples({ tasks, deps, model }: PlanSource): AsyncGenerator<Sample | SkippedSample> {
  const seen = new Set<string>();
  const windowTokens = roomTokens(model);
  const known: TaskDeps = windowTokens === undefined ? deps : { ...deps, windowTokens };
  for (const { task, options } of tasks) {
    for await (const sample of task.samples(options, known)) {
      if (seen.has(sample.id)) throw new Error(`the task ${task.id} made a second sample with the id ${sample.id}`);
      seen.add(sample.id);
      yield 'skipped' in sample ? sample : (lackingCapability(task, sample, model) ?? checkWindow(sample, model));
    }
  }
}

function lackingCapability(task: Task, { id, cell }: Sample, model: PlannedModel): SkippedSample | undefined {
  const lacking = (task.needs ?? []).filter((need) => !model.capabilities.has(need));
  if (lacking.length === 0) return undefined;
  return { id, task: task.id, cell, skipped: { reason: 'capability', detail: `the model does not offer: ${lacking.join(', ')}` } };
}
