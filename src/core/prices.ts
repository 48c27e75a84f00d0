import type { Usage } from './model.ts';

/** Prices in US dollars per million tokens. */
export interface Prices {
  readonly inputUsdPerMTok: number;
  readonly outputUsdPerMTok: number;
  /** Price of prompt tokens that the provider has cached. Default: the input price. */
  readonly cachedInputUsdPerMTok?: number;
  /** Prices of requests whose prompt is longer than so many tokens, where the provider charges more for them. */
  readonly long?: Omit<Prices, 'long'> & { readonly aboveTokens: number };
}

/** What one request costs. Absent counts cost nothing; cached tokens are part of the input tokens. */
export function costUsd({ inputTokens = 0, cachedTokens = 0, outputTokens = 0 }: Usage, prices: Prices): number {
  const { inputUsdPerMTok, outputUsdPerMTok, cachedInputUsdPerMTok = inputUsdPerMTok } = tier(prices, inputTokens);
  const cached = Math.min(cachedTokens, inputTokens);
  return ((inputTokens - cached) * inputUsdPerMTok + cached * cachedInputUsdPerMTok + outputTokens * outputUsdPerMTok) / 1e6;
}

function tier(prices: Prices, inputTokens: number): Omit<Prices, 'long'> {
  return prices.long && inputTokens > prices.long.aboveTokens ? prices.long : prices;
}

/** All prices times a factor. */
export function scaledPrices({ long, ...prices }: Prices, factor: number): Prices {
  return { ...scaled(prices, factor), ...(long && { long: { aboveTokens: long.aboveTokens, ...scaled(long, factor) } }) };
}

function scaled({ inputUsdPerMTok, outputUsdPerMTok, cachedInputUsdPerMTok }: Omit<Prices, 'long'>, factor: number): Omit<Prices, 'long'> {
  return {
    inputUsdPerMTok: inputUsdPerMTok * factor,
    outputUsdPerMTok: outputUsdPerMTok * factor,
    ...(cachedInputUsdPerMTok !== undefined && { cachedInputUsdPerMTok: cachedInputUsdPerMTok * factor }),
  };
}
