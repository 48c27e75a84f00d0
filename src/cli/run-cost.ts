import { scaledPrices, type JsonObject, type Model } from '../core/index.ts';
import { companionPlan, type PreparedRun } from '../evaluate/index.ts';
import { summarizePlan, type Plan, type PlanSummary } from '../runner/index.ts';
import { readPrices, type KnownPrices } from './cost-flags.ts';
import { previewOf, type Preview } from './preview.ts';
import type { SessionFlags } from './session-flags.ts';

/** What a run with one model is expected to cost, its baselines included. */
export interface RunCost {
  readonly model: string;
  readonly prompts: number;
  /** Of the run and of the baselines that ask the model. */
  readonly promptTokens: number;
  readonly known?: KnownPrices;
  /** Nothing cached and the longest answers; absent without prices. */
  readonly highUsd?: number;
  readonly preview: Preview;
  /** What is cut from the documents of the run's own prompts. */
  readonly documents?: PlanSummary['documents'];
  /** What the run's record keeps of it. */
  readonly options: JsonObject;
}

/** Reckons what a model's run will cost. */
export async function costOfRun(
  plan: Plan,
  {
    flags,
    session,
    prepared,
    model,
  }: {
    readonly flags: Readonly<Record<string, unknown>>;
    readonly session: SessionFlags;
    readonly prepared: PreparedRun;
    readonly model: Model;
  },
): Promise<RunCost> {
  const list = await readPrices(flags, model.id);
  const known = list && session.batch ? batchPrices(list, model) : list;
  const prices = known && { prices: known.prices };
  const count = (text: string) => prepared.tokenizer.count(text);
  const beside = companionPlan(plan.samples, session.baselines, { count, ...prices }).filter(({ free }) => !free);
  const paid = [summarizePlan(plan.samples, known?.prices, model), ...beside.map(({ summary }) => summary)];
  const preview = previewOf({ plan, model: model.id, limits: session, ...(known && { known }) });
  return {
    ...paidCost(model.id, paid),
    prompts: paid.reduce((sum, { prompts }) => sum + prompts, 0),
    preview,
    documents: paid[0]!.documents,
    ...(known && { known }),
    options: costOptions(preview, session, known),
  };
}

/** Adds up what is paid for: a run's plan, and those of the baselines that ask its model. */
export function paidCost(model: string, paid: readonly PlanSummary[]): Pick<RunCost, 'model' | 'promptTokens' | 'highUsd'> {
  const promptTokens = paid.reduce((sum, each) => sum + each.promptTokens, 0);
  const isKnown = paid.every(({ money }) => money !== undefined);
  return { model, promptTokens, ...(isKnown && { highUsd: paid.reduce((sum, { money }) => sum + (money?.highUsd ?? 0), 0) }) };
}

/** Batch endpoints are cheaper. */
function batchPrices({ prices, source, ...known }: KnownPrices, model: Model): KnownPrices {
  const factor = model.extension('batch')?.priceFactor ?? 1;
  return { ...known, prices: scaledPrices(prices, factor), source: `${source}, × ${factor} for batches` };
}

/** What a resume and the report want to know of the plan. */
function costOptions({ order, cacheTokens, orders }: Preview, { budget }: SessionFlags, known: KnownPrices | undefined): JsonObject {
  const chosen = orders.find((each) => each.order === order);
  return {
    plan: { order, cacheTokens, ...(chosen && { cachedShare: Math.round(1e4 * chosen.cachedShare) / 1e4 }) },
    ...(Object.keys(budget).length > 0 && { budget: { ...budget } }),
    ...(known && { prices: JSON.parse(JSON.stringify(known)) as JsonObject }),
  };
}
