import type { Sample } from '../core/index.ts';
import type { RequestEstimate } from './budget.ts';
import { answerTokens } from './plan-summary.ts';
import type { RunSession } from './run-session.ts';

/** The samples that the budget allows, in order, each with what it reserved. */
export function withinBudget(
  { budget, model }: Pick<RunSession, 'budget' | 'model'>,
  samples: readonly Sample[],
): ReadonlyMap<Sample, RequestEstimate> {
  const allowed = new Map<Sample, RequestEstimate>();
  for (const sample of samples) {
    const estimate = { promptTokens: sample.promptTokens, maxAnswerTokens: answerTokens(sample, model.thinkingTokens) };
    if (budget?.reserve(estimate) === false) break;
    allowed.set(sample, estimate);
  }
  return allowed;
}
