import { UNNEEDED, type SearchOutcomes } from './search-outcome.ts';
import type { Candidate, SearchPlan } from './search-plan.ts';

/** Samples per length of the grid that a search is compared with: 11 depths × 10 repeats. */
export const GRID_SAMPLES = 110;

/** Prompts and their tokens, as counted by Fathom. */
export interface PromptCount {
  readonly prompts: number;
  readonly tokens: number;
}

/** What a search asked, and what the fixed grid over the same lengths would have. `savedShare` is below 0 where the grid is cheaper. */
export interface SearchCost {
  readonly spent: PromptCount;
  readonly grid: PromptCount;
  readonly savedShare: number;
  /** By length, ascending; lengths that were not asked have zeros. */
  readonly byLength: readonly (PromptCount & { readonly lengthTokens: number })[];
}

/** Counts every sample that was asked, those included that the decision did not need in the end. */
export function searchCost({ pools }: SearchPlan, outcomes: SearchOutcomes): SearchCost {
  const byLength = pools.map(({ lengthTokens, candidates }) => ({
    lengthTokens,
    ...countOf(candidates.filter(({ id }) => wasAsked(outcomes, id))),
  }));
  const spent = byLength.reduce(plus, { prompts: 0, tokens: 0 });
  const grid = pools
    .map(({ candidates }) => ({
      prompts: GRID_SAMPLES,
      tokens: Math.round((countOf(candidates).tokens / candidates.length) * GRID_SAMPLES),
    }))
    .reduce(plus, { prompts: 0, tokens: 0 });
  return { spent, grid, savedShare: grid.tokens === 0 ? 0 : 1 - spent.tokens / grid.tokens, byLength };
}

/** The most a search may ask without its verification: on the way to the longest length every one up to the cap. */
export function searchCeiling({ pools }: SearchPlan, { maxPerLength }: { readonly maxPerLength: number }): PromptCount {
  let sum: PromptCount = { prompts: 0, tokens: 0 };
  for (let passing = -1; passing < pools.length - 1;) {
    passing = (passing + pools.length) >> 1;
    sum = plus(sum, countOf(pools[passing]!.candidates.slice(0, maxPerLength)));
  }
  return sum;
}

function wasAsked(outcomes: SearchOutcomes, id: string): boolean {
  const outcome = outcomes.get(id);
  return outcome !== undefined && !('missing' in outcome && outcome.missing === UNNEEDED);
}

function countOf(candidates: readonly Candidate[]): PromptCount {
  return { prompts: candidates.length, tokens: candidates.reduce((sum, { promptTokens }) => sum + promptTokens, 0) };
}

function plus(a: PromptCount, b: PromptCount): PromptCount {
  return { prompts: a.prompts + b.prompts, tokens: a.tokens + b.tokens };
}
