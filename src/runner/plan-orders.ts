import { costUsd, type Prices, type Sample } from '../core/index.ts';
import { answerTokens } from './plan-summary.ts';
import type { RunLimits } from './run-limits.ts';
import { ORDERS, promptTrie, scheduleOf, simulateOrder, trieBound, type OrderName } from './order/index.ts';

/** How fast a provider is taken to be: a rough estimate, the same for every order. */
const PROMPT_TOKENS_PER_SECOND = 10_000;
const ANSWER_TOKENS_PER_SECOND = 60;
const REQUEST_MS = 500;
const REQUEST_SPREAD = 0.5;
/** Answers seldom use the room that they have. */
const USUAL_ANSWER_TOKENS = 100;

/** What a plan would cost in one order. */
export interface PlannedOrder {
  readonly order: OrderName;
  /** Prompt tokens that the provider's prefix cache should serve. */
  readonly cachedTokens: number;
  /** Of all prompt tokens, 0–1. */
  readonly cachedShare: number;
  /** Rough: 10,000 prompt tokens and 60 answer tokens per second and request, answers of at most 100 tokens. */
  readonly wallMs: number;
  /** Expected: what is cached at the cached price, and the longest answers. */
  readonly usd?: number;
}

export interface PlannedOrders {
  /** Share of the tokens that no order can exceed, 0–1: every beginning is paid once. */
  readonly bound: number;
  readonly orders: readonly PlannedOrder[];
}

/** Tries every order (default: all of them) against a simulated prefix cache that holds `cacheTokens`. */
export function planOrders(
  samples: readonly Sample[],
  options: {
    readonly limits: RunLimits;
    readonly cacheTokens: number;
    readonly prices?: Prices;
    readonly orders?: readonly OrderName[];
  },
): PlannedOrders {
  const { limits, cacheTokens, prices, orders = ORDERS } = options;
  const trie = promptTrie(samples);
  const server = {
    limits,
    cacheTokens,
    msPerPromptToken: 1000 / PROMPT_TOKENS_PER_SECOND,
    msPerRequest: REQUEST_MS + (1000 * usualAnswer(samples)) / ANSWER_TOKENS_PER_SECOND,
    spread: REQUEST_SPREAD,
  };
  return {
    bound: trieBound(trie),
    orders: orders.map((order) => {
      const { cachedTokens, promptTokens, wallMs } = simulateOrder(samples, scheduleOf(order, { cacheTokens })(samples), { server, trie });
      const cachedShare = promptTokens === 0 ? 0 : cachedTokens / promptTokens;
      return {
        order,
        cachedTokens,
        cachedShare,
        wallMs: Math.round(wallMs),
        ...(prices && { usd: expectedUsd(samples, { prices, cachedShare }) }),
      };
    }),
  };
}

function usualAnswer(samples: readonly Sample[]): number {
  const tokens = samples.reduce((sum, sample) => sum + Math.min(USUAL_ANSWER_TOKENS, answerTokens(sample)), 0);
  return samples.length === 0 ? 0 : tokens / samples.length;
}

/** The cached share is spread evenly over the prompts. */
function expectedUsd(
  samples: readonly Sample[],
  { prices, cachedShare }: { readonly prices: Prices; readonly cachedShare: number },
): number {
  return samples.reduce(
    (sum, sample) =>
      sum +
      costUsd(
        { inputTokens: sample.promptTokens, cachedTokens: sample.promptTokens * cachedShare, outputTokens: answerTokens(sample) },
        prices,
      ),
    0,
  );
}
