import type { Usage } from './model.ts';

/** Prices in US dollars per million tokens. */
export interface Prices {
  readonly inputUsdPerMTok: number;
  readonly outputUsdPerMTok: number;
  /** Price of prompt tokens that the provider has cached. Default: the input price. */
  readonly cachedInputUsdPerMTok?: number;
  /** Price of prompt tokens that the provider writes to its cache. Default: the input price. */
  readonly cacheWriteUsdPerMTok?: number;
  /** Prices of requests whose prompt is longer than so many tokens, where the provider charges more for them. */
  readonly long?: Omit<Prices, 'long'> & { readonly aboveTokens: number };
}

/** What one request costs. Absent counts cost nothing; tokens read from and written to the cache are part of the input tokens. */
export function costUsd({ inputTokens = 0, cachedTokens = 0, cacheWriteTokens = 0, outputTokens = 0 }: Usage, prices: Prices): number {
  const {
    inputUsdPerMTok,
    outputUsdPerMTok,
    cachedInputUsdPerMTok = inputUsdPerMTok,
    cacheWriteUsdPerMTok = inputUsdPerMTok,
  } = tier(prices, inputTokens);
  const cached = Math.min(cachedTokens, inputTokens);
  const written = Math.min(cacheWriteTokens, inputTokens - cached);
  const plain = inputTokens - cached - written;
  return (
    (plain * inputUsdPerMTok + cached * cachedInputUsdPerMTok + written * cacheWriteUsdPerMTok + outputTokens * outputUsdPerMTok) / 1e6
  );
}

/** The most that a request of so many tokens can cost: nothing of it cached, and all of it written to the cache where that is dearer. */
export function mostUsd(usage: Pick<Usage, 'inputTokens' | 'outputTokens'>, prices: Prices): number {
  return Math.max(costUsd(usage, prices), costUsd({ ...usage, cacheWriteTokens: usage.inputTokens ?? 0 }, prices));
}

function tier(prices: Prices, inputTokens: number): Omit<Prices, 'long'> {
  return prices.long && inputTokens > prices.long.aboveTokens ? prices.long : prices;
}

/** All prices times a factor. */
export function scaledPrices({ long, ...prices }: Prices, factor: number): Prices {
  return { ...scaled(prices, factor), ...(long && { long: { aboveTokens: long.aboveTokens, ...scaled(long, factor) } }) };
}

function scaled(prices: Omit<Prices, 'long'>, factor: number): Omit<Prices, 'long'> {
  const { inputUsdPerMTok, outputUsdPerMTok, cachedInputUsdPerMTok, cacheWriteUsdPerMTok } = prices;
  return {
    inputUsdPerMTok: inputUsdPerMTok * factor,
    outputUsdPerMTok: outputUsdPerMTok * factor,
    ...(cachedInputUsdPerMTok !== undefined && { cachedInputUsdPerMTok: cachedInputUsdPerMTok * factor }),
    ...(cacheWriteUsdPerMTok !== undefined && { cacheWriteUsdPerMTok: cacheWriteUsdPerMTok * factor }),
  };
}
