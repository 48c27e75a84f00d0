import type { Command } from 'commander';
import { FathomError, type JsonObject, type Ledger, type Prices, type RunRecord } from '../core/index.ts';
import { createBudget, spentOf, type Budget, type BudgetLimits } from '../runner/index.ts';
import type { KnownPrices } from './cost-flags.ts';
import { parseLength } from './parse-numbers.ts';
import { countShown, usdShown } from './shown-amounts.ts';

/** Flags of `run` and `resume` that stop a run before it costs too much. */
export function addBudgetFlags(command: Command): Command {
  return command
    .option('--budget-usd <amount>', 'stop before the run has cost more US dollars than this, over all its sittings')
    .option('--budget-tokens <n>', 'stop before the run has used more tokens than this, prompts and answers')
    .option('-y, --yes', 'do not ask before a dear run');
}

/** Reads the flags of {@link addBudgetFlags}. */
export function readBudgetFlags(flags: Readonly<Record<string, unknown>>): BudgetLimits {
  const usd = flags['budgetUsd'] === undefined ? undefined : Number(String(flags['budgetUsd']).replace(/^\$/, ''));
  if (usd !== undefined && !(usd > 0 && Number.isFinite(usd)))
    throw new FathomError('misuse', `"${String(flags['budgetUsd'])}" is no amount of money.`, {
      fix: 'Give US dollars, such as --budget-usd 5.',
    });
  return {
    ...(usd !== undefined && { usd }),
    ...(flags['budgetTokens'] !== undefined && { tokens: parseLength(String(flags['budgetTokens'])) }),
  };
}

/** The budget of a run and its baselines, earlier sittings counted. Limits and prices that the flags leave out are those of the run's record. */
export async function openBudget(
  ledger: Ledger,
  record: RunRecord,
  asked: { readonly limits: BudgetLimits; readonly known?: KnownPrices },
): Promise<OpenBudget> {
  const kept = (record.options['budget'] ?? {}) as BudgetLimits;
  const prices = asked.known?.prices ?? ((record.options['prices'] as JsonObject | undefined)?.['prices'] as Prices | undefined);
  const limits = { ...kept, ...asked.limits };
  const own = (await ledger.runs()).filter(
    ({ id, model }) => id === record.id || (id.startsWith(`${record.id}.`) && model === record.model),
  );
  const spent = { tokens: 0, usd: 0, inputRatio: 1 };
  for (const { id } of own) {
    const { tokens, usd, inputRatio = 1 } = await spentOf(ledger, id, prices);
    spent.tokens += tokens;
    spent.usd += usd;
    spent.inputRatio = Math.max(spent.inputRatio, inputRatio);
  }
  return { limits, hasPrices: prices !== undefined, budget: createBudget(limits, { spent, ...(prices && { prices }) }) };
}

export interface OpenBudget {
  readonly budget: Budget;
  readonly limits: BudgetLimits;
  readonly hasPrices: boolean;
}

/** Says why a run ended at its budget. */
export function budgetEnd(spending: OpenBudget): string {
  return `Stopped at the budget: the next prompt could exceed it (${spendingShown(spending)}).`;
}

/** `$0.42 of $5.00`, `1.20M of 5.00M tokens`; money alone where there is no budget; empty when there is nothing to say. */
export function spendingShown({ budget, limits, hasPrices }: OpenBudget): string {
  const { tokens, usd } = budget.spent();
  return [
    hasPrices ? `${usdShown(usd)}${limits.usd === undefined ? '' : ` of ${usdShown(limits.usd)}`}` : '',
    limits.tokens === undefined ? '' : `${countShown(tokens)} of ${countShown(limits.tokens)} tokens`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
