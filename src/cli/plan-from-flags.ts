import { FathomError, type Family, type JsonObject, type Task } from '../core/index.ts';
import { prepareRun, type PreparedRun } from '../evaluate/index.ts';
import { parseModelName, thinkingTokens, type ModelOptions } from '../models/index.ts';
import { planRun, type Plan, type PlannedModel } from '../runner/index.ts';
import { copyNote, recordedCopy, withPulledData } from './data/pulled-copy.ts';
import { cacheDir } from './ledger-path.ts';
import { nothingToAsk } from './nothing-to-ask.ts';
import type { RunFlags } from './run-flags.ts';
import { applySelection, selectionNote, type SelectionFlags } from './selection-flags.ts';

/** Stands for a model that is not asked: it can do whatever a task needs. */
export const ANY_MODEL = { capabilities: new Set(['generate', 'images'] as const) };

/** What a plan must know of a model that is not opened, from its settings and, for the room that a model which thinks by default gets, its name. */
export function plannedModel(settings: JsonObject, name?: string): PlannedModel {
  const { contextTokens, overheadTokens } = settings;
  const model = name === undefined ? {} : { model: parseModelName(name).model };
  return {
    ...ANY_MODEL,
    ...(typeof contextTokens === 'number' && { contextTokens }),
    ...(typeof overheadTokens === 'number' && { overheadTokens }),
    thinkingTokens: thinkingTokens({ ...(settings as Partial<ModelOptions>), ...model }),
  };
}

/** What a run's record keeps of the room to think that its samples were planned with: the same samples are made again with it. */
export function thinkingRoom({ thinkingTokens: tokens = 0 }: Pick<PlannedModel, 'thinkingTokens'>): JsonObject {
  return tokens === 0 ? {} : { thinkingTokens: tokens };
}

/** What all of some models can take: samples made for it are the same for each of them. */
export function commonModel(models: readonly PlannedModel[]): PlannedModel {
  const [first, ...others] = models;
  const known = (name: 'contextTokens' | 'overheadTokens' | 'thinkingTokens') => models.flatMap((model) => model[name] ?? []);
  const [windows, overheads, thinking] = [known('contextTokens'), known('overheadTokens'), known('thinkingTokens')];
  return {
    capabilities: new Set([...(first?.capabilities ?? [])].filter((each) => others.every(({ capabilities }) => capabilities.has(each)))),
    ...(windows.length > 0 && { contextTokens: Math.min(...windows) }),
    ...(overheads.length > 0 && { overheadTokens: Math.max(...overheads) }),
    ...(thinking.length > 0 && { thinkingTokens: Math.max(...thinking) }),
  };
}

/** What `run`, `plan` and `show` start from. */
export interface PlanOptions {
  readonly families: readonly Family[];
  readonly tasks: readonly Task[];
  readonly prompts: RunFlags;
  readonly model: PlannedModel;
  /** Default: all samples. */
  readonly selection?: SelectionFlags;
  readonly quiet: boolean;
}

/** A plan, and what it was made from. */
export interface FlagPlan {
  readonly prepared: PreparedRun;
  readonly plan: Plan;
  /** What a record keeps of the pulled copy that stood for `--data`. */
  readonly data: JsonObject;
}

/** Loads what the flags name and builds all samples. A plan in which nothing can be asked is refused with the reasons. */
export async function planFromFlags(options: PlanOptions): Promise<FlagPlan> {
  const { families, tasks, model, selection = {} } = options;
  refuseHaystacks(options.prompts, tasks);
  const { prompts, copy } = await withPulledData(options.prompts, tasks, families);
  if (copy && !options.quiet) console.error(copyNote(copy));
  const { taskOptions, tokenizer, haystacks, seed } = prompts;
  const progress = buildingLine(options.quiet);
  progress.show('Opening haystacks …');
  const prepared = await prepareRun({
    families,
    tasks,
    taskOptions,
    seed,
    cacheDir: cacheDir(),
    ...(tokenizer !== undefined && { tokenizer }),
    ...(haystacks.length > 0 && { haystacks }),
  });
  const plan = await planRun({
    tasks: prepared.tasks,
    deps: prepared.deps,
    model,
    onSample: progress.count,
    select: (samples) => applySelection(samples, selection),
  });
  progress.clear();
  const note = selectionNote(selection, { selected: plan.samples.length, planned: plan.planned });
  if (note !== undefined && !options.quiet) console.error(note);
  if (plan.summary.prompts === 0) throw nothingToAsk(plan, taskOptions);
  const data = copy ? { data: recordedCopy(copy) } : {};
  return { prepared, plan, data };
}

/** A line on a terminal that says how far building got; silent elsewhere. */
function buildingLine(quiet: boolean) {
  const show = (text: string) => {
    if (!quiet && process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
  };
  return {
    show,
    count: (made: number) => {
      if (made % 50 === 0) show(`Building prompts … ${made.toLocaleString('en')}`);
    },
    clear: () => show(''),
  };
}

function refuseHaystacks({ haystacks }: RunFlags, tasks: readonly Task[]): void {
  if (haystacks.length === 0 || tasks.some((task) => !task.needsData)) return;
  throw new FathomError('misuse', `--haystack ${haystacks[0]!.path}: these tasks bring their own texts and take no haystack.`, {
    fix: 'Leave --haystack out.',
  });
}
