import type { Command } from 'commander';
import { FathomError } from '../core/index.ts';

/** Who judges the answers of a run. */
export interface JudgeFlags {
  readonly model: string;
  /** US dollars that judging may cost, over all sittings of the run. */
  readonly budgetUsd?: number;
  /** Price file, laid over the list prices. */
  readonly prices?: string;
}

/** Flags of `run`, `resume` and `plan`. */
export function addJudgeFlags(command: Command): Command {
  return command
    .option(
      '--judge <model>',
      'ask this model about answers that a benchmark leaves to a judge; its replies are kept, and never asked for twice',
    )
    .option(
      '--judge-budget-usd <amount>',
      'stop judging before it has cost more US dollars than this, over all sittings; --budget-usd does not count it',
    );
}

/** Reads the flags of {@link addJudgeFlags}; undefined without a judge. */
export function readJudgeFlags(flags: Readonly<Record<string, unknown>>): JudgeFlags | undefined {
  const { judge, judgeBudgetUsd, prices } = flags;
  if (judge === undefined) {
    if (judgeBudgetUsd === undefined) return undefined;
    throw new FathomError('misuse', 'There is a budget for a judge, and no judge.', { fix: 'Name one: --judge MODEL.' });
  }
  const usd = judgeBudgetUsd === undefined ? undefined : Number(String(judgeBudgetUsd).replace(/^\$/, ''));
  if (usd !== undefined && !(usd > 0 && Number.isFinite(usd)))
    throw new FathomError('misuse', `"${String(judgeBudgetUsd)}" is no amount of money.`, {
      fix: 'Give US dollars, such as --judge-budget-usd 1.',
    });
  return { model: String(judge), ...(usd !== undefined && { budgetUsd: usd }), ...(prices !== undefined && { prices: String(prices) }) };
}
