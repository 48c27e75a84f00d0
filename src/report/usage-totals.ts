import {
  costUsd,
  type CallRecord,
  type JsonObject,
  type LedgerRow,
  type Outcome,
  type Prices,
  type RunRecord,
  type Usage,
} from '../core/index.ts';
import { quantile } from '../stats/index.ts';
import { runPrices } from './run-prices.ts';
import type { UsageSummary } from './run-summary.ts';

type Counted = Exclude<keyof Usage, 'raw'>;

/** Adds up what a run really sent: answers from the response cache cost nothing and are only counted. */
export class UsageTotals {
  readonly #reported = new Map<Counted, number>();
  readonly #latenciesMs: number[] = [];
  #firstMs = Number.POSITIVE_INFINITY;
  #lastMs = Number.NEGATIVE_INFINITY;
  #promptTokens = 0;
  #callsWithInput = 0;
  #fromCache = 0;
  #usd = 0;
  readonly #prices: Prices | undefined;
  readonly #predictedCachedShare: number | undefined;

  /** Prices and prediction are those that the run's record keeps of its plan. */
  constructor(run: Pick<RunRecord, 'options'>) {
    this.#prices = runPrices(run);
    const share = (run.options['plan'] as JsonObject | undefined)?.['cachedShare'];
    this.#predictedCachedShare = typeof share === 'number' ? share : undefined;
  }

  add({ sample, outcome }: LedgerRow): void {
    if (outcome === undefined || 'skipped' in sample) return;
    if (outcome.cached) this.#fromCache++;
    else if (outcome.calls.length > 0) {
      this.#promptTokens += sample.promptTokens;
      for (const call of outcome.calls) this.#addCall(call);
      this.#addTime(outcome);
    }
  }

  summary(): UsageSummary {
    const total = (field: Counted) => this.#reported.get(field) ?? null;
    return {
      promptTokens: this.#promptTokens,
      inputTokens: total('inputTokens'),
      cachedTokens: total('cachedTokens'),
      cacheWriteTokens: total('cacheWriteTokens'),
      outputTokens: total('outputTokens'),
      reasoningTokens: total('reasoningTokens'),
      calls: this.#latenciesMs.length,
      latencyMs: { median: quantile(this.#latenciesMs, 0.5), p95: quantile(this.#latenciesMs, 0.95) },
      durationMs: this.#lastMs > this.#firstMs ? this.#lastMs - this.#firstMs : null,
      reported: this.#callsWithInput,
      fromCache: this.#fromCache,
      ...(this.#predictedCachedShare !== undefined && { predictedCachedShare: this.#predictedCachedShare }),
      ...(this.#prices && { usd: Math.round(this.#usd * 1e6) / 1e6 }),
    };
  }

  #addTime({ recordedAt, calls }: Outcome): void {
    const at = Date.parse(recordedAt);
    if (Number.isNaN(at)) return;
    this.#firstMs = Math.min(this.#firstMs, at - Math.round(calls.reduce((sum, call) => sum + call.latencyMs, 0)));
    this.#lastMs = Math.max(this.#lastMs, at);
  }

  #addCall({ usage, latencyMs }: CallRecord): void {
    this.#latenciesMs.push(latencyMs);
    if (usage.inputTokens !== undefined) this.#callsWithInput++;
    if (this.#prices) this.#usd += costUsd(usage, this.#prices);
    for (const field of ['inputTokens', 'cachedTokens', 'cacheWriteTokens', 'outputTokens', 'reasoningTokens'] as const) {
      const tokens = usage[field];
      if (tokens !== undefined) this.#reported.set(field, (this.#reported.get(field) ?? 0) + tokens);
    }
  }
}
