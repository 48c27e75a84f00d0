import { searchCost, type Progress, type SearchOutcomes, type SearchPlan, type SearchState } from '../runner/index.ts';
import { countNoun, tokensLabel } from '../report/index.ts';

/** What a search's progress line shows. */
export interface SearchProgress {
  readonly plan: SearchPlan;
  readonly state: SearchState;
  readonly outcomes: SearchOutcomes;
  readonly progress: Progress;
}

/** `32k: 11/12 · passes at 8k · fails at 64k · 41 prompts, 552,000 tokens · 2 retries` */
export function describeSearch({ plan, state, outcomes, progress }: SearchProgress): string {
  const { spent } = searchCost(plan, outcomes);
  const open = state.status === 'asking' ? state.tested.at(-1) : undefined;
  const parts = [
    open ? `${tokensLabel(open.lengthTokens)}: ${Number(open.scores.sum.toFixed(2))}/${open.scores.n}` : state.status,
    state.passesTokens === null ? '' : `passes at ${tokensLabel(state.passesTokens)}`,
    state.failsTokens === null ? '' : `fails at ${tokensLabel(state.failsTokens)}`,
    `${countNoun(spent.prompts, 'prompt')}, ${spent.tokens.toLocaleString('en')} tokens`,
    progress.errors === 0 ? '' : `${progress.errors} errors`,
    progress.retries === 0 ? '' : `${progress.retries} retries`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
