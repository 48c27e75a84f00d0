import { costUsd, FathomError, mostUsd, type Ledger, type Prices, type Usage } from '../core/index.ts';

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
  /** The provider's count of a prompt by ours, the largest seen, at least 1. Default 1. */
  readonly inputRatio?: number;
}

/**
 * Whether a request may go out. `reserved`: it may, and counts at its most until it is settled. `later`: it may not fit beside what is
 * reserved now. `over`: together with what is spent it could exceed the budget, whatever becomes of those in flight.
 */
export type Reservation = 'reserved' | 'later' | 'over';

/** A hard limit on what a run spends, over all its sittings. */
export interface Budget {
  reserve(estimate: RequestEstimate): Reservation;
  /** Ends a reservation with what the provider counted; without counts (a failure costs nothing, an answer its estimate). */
  settle(estimate: RequestEstimate, usage: Usage | undefined): void;
  spent(): Spending;
}

/**
 * `spent`: what earlier sittings cost. Prompts are counted in our tokens until the provider's counts prove to be larger, then by that ratio,
 * those in flight too.
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
  let done: Spending = { tokens: spent.tokens, usd: spent.usd };
  let reserved = NOTHING;
  let ratio = spent.inputRatio ?? 1;
  const most = ({ promptTokens, maxAnswerTokens }: RequestEstimate): Spending => {
    const inputTokens = promptTokens * ratio;
    return {
      tokens: inputTokens + maxAnswerTokens,
      usd: prices ? mostUsd({ inputTokens, outputTokens: maxAnswerTokens }, prices) : 0,
    };
  };
  const reservations = new Map<RequestEstimate, Spending>();
  const exceeds = ({ tokens, usd }: Spending) => tokens > (limits.tokens ?? Infinity) || usd > (limits.usd ?? Infinity);
  const recount = (): void => {
    for (const estimate of reservations.keys()) reservations.set(estimate, most(estimate));
    reserved = [...reservations.values()].reduce(add, NOTHING);
  };
  return {
    reserve(estimate) {
      const cost = most(estimate);
      if (exceeds(add(done, cost))) return 'over';
      if (exceeds(add(add(done, reserved), cost))) return 'later';
      reservations.set(estimate, cost);
      reserved = add(reserved, cost);
      return 'reserved';
    },
    settle(estimate, usage) {
      const { tokens, usd } = reservations.get(estimate) ?? NOTHING;
      reservations.delete(estimate);
      // Nothing in flight is nothing reserved, without the noise of sums.
      reserved = reservations.size === 0 ? NOTHING : add(reserved, { tokens: -tokens, usd: -usd });
      if (!usage) return;
      const { inputTokens = estimate.promptTokens * ratio, outputTokens = estimate.maxAnswerTokens } = usage;
      done = add(done, { tokens: inputTokens + outputTokens, usd: prices ? costUsd({ ...usage, inputTokens, outputTokens }, prices) : 0 });
      if (inputTokens / estimate.promptTokens <= ratio) return;
      ratio = inputTokens / estimate.promptTokens;
      recount();
    },
    spent: () => done,
  };
}

const NOTHING: Spending = { tokens: 0, usd: 0 };

/** What a run has spent so far, from the ledger's rows: what providers counted, and our own count for answers that came without. */
export async function spentOf(ledger: Ledger, runId: string, prices?: Prices): Promise<Spending> {
  let spent = NOTHING;
  let inputRatio = 1;
  for await (const { sample, outcome } of ledger.rows(runId)) {
    if (!outcome || outcome.cached || 'skipped' in sample) continue;
    for (const { usage } of outcome.calls) {
      const { inputTokens = sample.promptTokens, outputTokens = 0 } = usage;
      const usd = prices ? costUsd({ ...usage, inputTokens, outputTokens }, prices) : 0;
      spent = add(spent, { tokens: inputTokens + outputTokens, usd });
      inputRatio = Math.max(inputRatio, inputTokens / Math.max(1, sample.promptTokens));
    }
  }
  return { ...spent, inputRatio };
}

function add(a: Spending, b: Spending): Spending {
  return { tokens: a.tokens + b.tokens, usd: a.usd + b.usd };
}
