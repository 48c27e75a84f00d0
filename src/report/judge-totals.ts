import { costUsd, type LedgerRow, type Prices, type RunRecord } from '../core/index.ts';
import type { JudgeSummary, RunSummary } from './run-summary.ts';

/** Adds up what judges were asked, and the thinking that was taken out of answers. */
export class JudgeTotals {
  readonly #models = new Set<string>();
  readonly #prompts = new Set<string>();
  readonly #sums = { answers: 0, asked: 0, onRecord: 0, inputTokens: 0, outputTokens: 0 };
  readonly #removed = { answers: 0, chars: 0 };
  readonly #prices: Prices | undefined;

  /** Prices are those that the run's record keeps of its judge. */
  constructor({ options }: Pick<RunRecord, 'options'>) {
    this.#prices = (options['judgePrices'] as { readonly prices?: Prices } | undefined)?.prices;
  }

  add({ outcome }: LedgerRow): void {
    if (outcome?.result.status !== 'ok') return;
    const { judge, removedThinkingChars = 0 } = outcome.result.score;
    if (removedThinkingChars > 0) {
      this.#removed.answers++;
      this.#removed.chars += removedThinkingChars;
    }
    if (!judge) return;
    this.#models.add(judge.model);
    for (const prompt of judge.prompts) this.#prompts.add(prompt);
    this.#sums.answers++;
    for (const field of ['asked', 'onRecord', 'inputTokens', 'outputTokens'] as const) this.#sums[field] += judge[field];
  }

  summary(): Pick<RunSummary, 'judge' | 'removedThinking'> {
    return {
      ...(this.#sums.answers > 0 && { judge: this.#judge() }),
      ...(this.#removed.answers > 0 && { removedThinking: { ...this.#removed } }),
    };
  }

  #judge(): JudgeSummary {
    const usd = this.#prices && costUsd(this.#sums, this.#prices);
    return {
      models: [...this.#models].sort(),
      prompts: [...this.#prompts].sort(),
      ...this.#sums,
      ...(usd !== undefined && { usd: Math.round(1e6 * usd) / 1e6 }),
    };
  }
}
