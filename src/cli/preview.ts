import type { Sample, SkippedSample } from '../core/index.ts';
import { DEFAULT_CACHE_TOKENS, planOrders, resolveRunLimits, type OrderName, type Plan, type PlannedOrders } from '../runner/index.ts';
import type { KnownPrices } from './cost-flags.ts';
import { defaultOrder, type LimitFlags } from './limit-flags.ts';

/** What will be asked, of whom, and how. */
export interface PreviewOptions {
  readonly plan: Plan;
  readonly model: string;
  readonly limits: LimitFlags;
  readonly known?: KnownPrices;
  /** Default: the one order that the run will take. */
  readonly orders?: readonly OrderName[];
}

/** A run's order and what it should cost in it. */
export interface Preview extends PlannedOrders {
  readonly order: OrderName;
  readonly cacheTokens: number;
}

/** Plays the run's order (or several) against a simulated prefix cache. */
export function previewOf({ plan, model, limits, known, orders }: PreviewOptions): Preview {
  const order = limits.order ?? defaultOrder(model);
  const cacheTokens = limits.cacheTokens ?? DEFAULT_CACHE_TOKENS;
  const asked = plan.samples.filter((sample: Sample | SkippedSample): sample is Sample => !('skipped' in sample));
  const planned = planOrders(asked, {
    limits: resolveRunLimits(limits.limits),
    cacheTokens,
    orders: orders ?? [order],
    ...(known && { prices: known.prices }),
  });
  return { order, cacheTokens, ...planned };
}
