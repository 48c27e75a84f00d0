import type { ModelOptions, ReasoningEffort } from './model-options.ts';
import { thinksByDefault } from './thinks-by-default.ts';

/**
 * Room for thinking by effort, in tokens, where no budget is given: our allowance, about the shares of a 64k output (2, 10, 30, 60, 90 %)
 * that the provider SDKs turn an effort into. Without it an answer limit of a few hundred tokens would cut every answer before it begins.
 */
const ROOM_BY_EFFORT: { readonly [effort in ReasoningEffort]: number } = {
  none: 0,
  minimal: 2_048,
  low: 8_192,
  medium: 20_480,
  high: 40_960,
  xhigh: 61_440,
  max: 61_440,
};

/** Efforts from none to most. */
export const REASONING_EFFORTS = Object.keys(ROOM_BY_EFFORT) as readonly ReasoningEffort[];

/** What decides how much a model may think. */
type Thinking = Pick<ModelOptions, 'reasoningBudget' | 'reasoningEffort'> & Partial<Pick<ModelOptions, 'model'>>;

/**
 * Tokens that a model may think on top of an answer's limit: the budget, else the allowance for the effort, else that for the effort which the
 * model has by default (see `thinksByDefault`), else 0. Nearly all APIs count thinking into the limit, so this is added to it; it is part of the
 * cost and of the room in the window.
 */
export function thinkingTokens({ reasoningBudget, reasoningEffort, model }: Thinking): number {
  const effort = reasoningEffort ?? (model === undefined ? undefined : thinksByDefault(model)?.effort);
  return reasoningBudget ?? (effort === undefined ? 0 : ROOM_BY_EFFORT[effort]);
}
