import { costUsd, FathomError, type Ledger, type Prices, type Usage } from '../core/index.ts';

/** What a run may cost. */
export interface BudgetLimits {
  /** Prompt and answer tokens together. */
  readonly tokens?: number;
  readonly usd?: number;
}

/** A request before it is sent: the most that it can cost. */
export interface RequestEstimate {
  readonly promptTokens: number;
  readonly maxAnswerTokens: number;
}

/** What was spent so far. `usd` is 0 without prices. */
export interface Spending {
  readonly tokens: number;
  readonly usd: number;
}

/** A hard limit on what a run spends, over all its sittings. */
export interface Budget {
  /** False when the request could go beyond the budget, requests in flight counted at their most. */
  reserve(estimate: RequestEstimate): boolean;
  /** Ends a reservation with what the provider counted; without counts (a failure costs nothing, an answer its estimate). */
  settle(estimate: RequestEstimate, usage: Usage | undefined): void;
  spent(): Spending;
}

/**
 * `spent`: what earlier sittings cost. Prompts are counted in our tokens until the provider's counts prove to be larger, then by that ratio.
 * Throws a FathomError (`misuse`) for a budget in money without prices.
 */
export function createBudget(
  limits: BudgetLimits,
  { prices, spent = { tokens: 0, usd: 0 } }: { readonly prices?: Prices; readonly spent?: Spending } = {},
): Budget {
  if (limits.usd !== undefined && !prices)
    throw new FathomError('misuse', 'A budget in money needs the prices of the model, which are not known.', {
      fix: 'Give --input-usd and --output-usd (per million tokens), a --prices file, or a budget in tokens.',
    });
  let done = spent;
  let reserved: Spending = { tokens: 0, usd: 0 };
  let ratio = 1;
  const most = ({ promptTokens, maxAnswerTokens }: RequestEstimate): Spending => {
    const inputTokens = promptTokens * ratio;
    return {
      tokens: inputTokens + maxAnswerTokens,
      usd: prices ? costUsd({ inputTokens, outputTokens: maxAnswerTokens }, prices) : 0,
    };
  };
  const reservations = new Map<RequestEstimate, Spending>();
  return {
    reserve(estimate) {
      const cost = most(estimate);
      const total = add(add(done, reserved), cost);
      if (total.tokens > (limits.tokens ?? Infinity) || total.usd > (limits.usd ?? Infinity)) return false;
      reservations.set(estimate, cost);
      reserved = add(reserved, cost);
      return true;
    },
    settle(estimate, usage) {
      const cost = reservations.get(estimate) ?? { tokens: 0, usd: 0 };
      reservations.delete(estimate);
      reserved = add(reserved, { tokens: -cost.tokens, usd: -cost.usd });
      if (!usage) return;
      const { inputTokens = estimate.promptTokens * ratio, outputTokens = estimate.maxAnswerTokens } = usage;
      ratio = Math.max(ratio, inputTokens / estimate.promptTokens);
      done = add(done, { tokens: inputTokens + outputTokens, usd: prices ? costUsd({ ...usage, inputTokens, outputTokens }, prices) : 0 });
    },
    spent: () => done,
  };
}

/** What a run has spent so far, from the ledger's rows: what providers counted, and our own count for answers that came without. */
export async function spentOf(ledger: Ledger, runId: string, prices?: Prices): Promise<Spending> {
  let spent: Spending = { tokens: 0, usd: 0 };
  for await (const { sample, outcome } of ledger.rows(runId)) {
    if (!outcome || outcome.cached || 'skipped' in sample) continue;
    for (const { usage } of outcome.calls) {
      const { inputTokens = sample.promptTokens, outputTokens = 0 } = usage;
      const usd = prices ? costUsd({ ...usage, inputTokens, outputTokens }, prices) : 0;
      spent = add(spent, { tokens: inputTokens + outputTokens, usd });
    }
  }
  return spent;
}

function add(a: Spending, b: Spending): Spending {
  return { tokens: a.tokens + b.tokens, usd: a.usd + b.usd };
}
