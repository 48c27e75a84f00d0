import type { Prices, RunRecord } from '../core/index.ts';

/** The prices that the run's record keeps of its plan; undefined without any. */
export function runPrices({ options }: Pick<RunRecord, 'options'>): Prices | undefined {
  return (options['prices'] as { readonly prices?: Prices } | undefined)?.prices;
}
