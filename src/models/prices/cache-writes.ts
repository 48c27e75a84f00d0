import type { Prices } from '../../core/index.ts';

/** What Anthropic charges for a token that it writes to its five-minute cache, by the price of plain input. */
const ANTHROPIC_WRITE_FACTOR = 1.25;

/** Prices with what the model's provider charges for writes to its cache, where that is known and they do not say it themselves. */
export function withCacheWrites(model: string, prices: Prices): Prices {
  if (!model.startsWith('anthropic/')) return prices;
  const { long } = prices;
  return { ...tier(prices), ...(long && { long: tier(long) }) };
}

function tier<T extends Omit<Prices, 'long'>>(prices: T): T & { readonly cacheWriteUsdPerMTok: number } {
  return { ...prices, cacheWriteUsdPerMTok: prices.cacheWriteUsdPerMTok ?? prices.inputUsdPerMTok * ANTHROPIC_WRITE_FACTOR };
}
