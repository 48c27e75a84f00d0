import { FathomError } from '../core/index.ts';
import { askYes, canAsk } from './ask-yes.ts';
import type { RunCost } from './run-cost.ts';
import type { SessionFlags } from './session-flags.ts';
import { countShown, usdShown } from './shown-amounts.ts';

/** Runs that may cost more than this ask first. */
const CONFIRM_ABOVE_USD = 5;
/** And so do longer runs of models behind a key whose prices are not known. */
const CONFIRM_ABOVE_TOKENS = 5_000_000;

/** What one of the runs may cost. */
export type Cost = Pick<RunCost, 'model' | 'promptTokens' | 'highUsd'>;

/** Whether a run is dear enough to be asked for. Servers of the user's own cost nothing that we know of. */
export function isDear(costs: readonly Cost[]): boolean {
  const usd = costs.reduce((sum, { highUsd }) => sum + (highUsd ?? 0), 0);
  return usd > CONFIRM_ABOVE_USD || unpriced(costs) > CONFIRM_ABOVE_TOKENS;
}

/** Tokens for models behind a key whose prices are not known. */
function unpriced(costs: readonly Cost[]): number {
  const unknown = costs.filter(({ model, highUsd }) => highUsd === undefined && /^(openai|anthropic|google)\//.test(model));
  return unknown.reduce((sum, { promptTokens }) => sum + promptTokens, 0);
}

/**
 * Asks on the terminal before dear runs, unless a budget was given or the user said yes beforehand. Throws a FathomError (`misuse`) when the
 * user says no, or when there is nobody to ask.
 */
export async function confirmCosts(costs: readonly Cost[], { yes, budget }: Pick<SessionFlags, 'yes' | 'budget'>): Promise<void> {
  if (yes || Object.keys(budget).length > 0 || !isDear(costs)) return;
  const usd = costs.reduce((sum, { highUsd }) => sum + (highUsd ?? 0), 0);
  const amounts = [
    usd > 0 ? `up to ${usdShown(usd)}` : '',
    unpriced(costs) > 0 ? `${countShown(unpriced(costs))} prompt tokens at prices that are not known` : '',
  ].filter((amount) => amount !== '');
  const fix = 'Say --yes, or set a limit: --budget-usd 5 or --budget-tokens 2m.';
  if (!canAsk()) throw new FathomError('misuse', `This may cost ${amounts.join(' and ')}.`, { fix });
  if (!(await askYes(`This may cost ${amounts.join(' and ')}. Go on?`))) throw new FathomError('misuse', 'Nothing was asked.', { fix });
}
