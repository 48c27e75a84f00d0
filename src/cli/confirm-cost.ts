import { createInterface } from 'node:readline/promises';
import { FathomError } from '../core/index.ts';
import { countShown, usdShown } from './shown-amounts.ts';

/** Runs that may cost more than this ask first. */
const CONFIRM_ABOVE_USD = 5;
/** And so do longer runs of models behind a key whose prices are not known. */
const CONFIRM_ABOVE_TOKENS = 5_000_000;

/** What a run may cost at most, as far as it is known. */
export interface CostToConfirm {
  readonly model: string;
  readonly promptTokens: number;
  readonly highUsd?: number;
  /** A budget was given, or the user said yes. */
  readonly agreed: boolean;
}

/** Whether a run is dear enough to be asked for. Servers of the user's own cost nothing that we know of. */
export function isDear({ model, promptTokens, highUsd }: CostToConfirm): boolean {
  if (highUsd !== undefined) return highUsd > CONFIRM_ABOVE_USD;
  return /^(openai|anthropic|google)\//.test(model) && promptTokens > CONFIRM_ABOVE_TOKENS;
}

/** Asks on the terminal before a dear run. Throws a FathomError (`misuse`) when the user says no, or when there is nobody to ask. */
export async function confirmCost(cost: CostToConfirm): Promise<void> {
  if (cost.agreed || !isDear(cost)) return;
  const amount = cost.highUsd === undefined ? `${countShown(cost.promptTokens)} prompt tokens` : `up to ${usdShown(cost.highUsd)}`;
  const fix = 'Say --yes, or set a limit: --budget-usd 5 or --budget-tokens 2m.';
  if (!process.stdin.isTTY || !process.stderr.isTTY) throw new FathomError('misuse', `This run may cost ${amount}.`, { fix });
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`This run may cost ${amount}. Go on? [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new FathomError('misuse', 'Nothing was asked.', { fix });
  } finally {
    terminal.close();
  }
}
