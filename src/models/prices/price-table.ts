import type { Prices } from '../../core/index.ts';
import { withCacheWrites } from './cache-writes.ts';
import { isDated } from './dated-version.ts';

/** The day on which the table below was last compared with the providers' price lists. */
export const PRICES_AS_OF = '2025-11-01';

/**
 * List prices per million tokens in US dollars, without batch or volume discounts: input, cached input, output. A provider may have
 * changed them since: the day stands beside every figure that is made from them, and a file of the user's own goes first.
 */
const LIST: { readonly [model: string]: readonly [input: number, cached: number, output: number] } = {
  'openai/gpt-5': [1.25, 0.125, 10],
  'openai/gpt-5-mini': [0.25, 0.025, 2],
  'openai/gpt-5-nano': [0.05, 0.005, 0.4],
  'openai/gpt-4.1': [2, 0.5, 8],
  'openai/gpt-4.1-mini': [0.4, 0.1, 1.6],
  'openai/gpt-4.1-nano': [0.1, 0.025, 0.4],
  'openai/gpt-4o': [2.5, 1.25, 10],
  'openai/gpt-4o-mini': [0.15, 0.075, 0.6],
  'openai/o3': [2, 0.5, 8],
  'openai/o4-mini': [1.1, 0.275, 4.4],
  'anthropic/claude-opus-4-1': [15, 1.5, 75],
  'anthropic/claude-sonnet-4-5': [3, 0.3, 15],
  'anthropic/claude-sonnet-4': [3, 0.3, 15],
  'anthropic/claude-haiku-4-5': [1, 0.1, 5],
  'anthropic/claude-3-5-haiku': [0.8, 0.08, 4],
  'google/gemini-2.5-pro': [1.25, 0.125, 10],
  'google/gemini-2.5-flash': [0.3, 0.03, 2.5],
  'google/gemini-2.5-flash-lite': [0.1, 0.01, 0.4],
};

/** Long prompts cost more at some providers: all tokens of a request above so many. */
const LONG: { readonly [model: string]: { readonly aboveTokens: number; readonly price: readonly [number, number, number] } } = {
  'anthropic/claude-sonnet-4-5': { aboveTokens: 200_000, price: [6, 0.6, 22.5] },
  'anthropic/claude-sonnet-4': { aboveTokens: 200_000, price: [6, 0.6, 22.5] },
  'google/gemini-2.5-pro': { aboveTokens: 200_000, price: [2.5, 0.25, 15] },
};

/** List prices of a model as the user names it, its dated versions included (`openai/gpt-5-2025-08-07`). Undefined: not in the table. */
export function listPrices(model: string): Prices | undefined {
  const name = Object.keys(LIST).find((known) => model === known || isDated(model, known));
  if (name === undefined) return undefined;
  const long = LONG[name];
  const prices = { ...pricesOf(LIST[name]!), ...(long && { long: { aboveTokens: long.aboveTokens, ...pricesOf(long.price) } }) };
  return withCacheWrites(name, prices);
}

function pricesOf([inputUsdPerMTok, cachedInputUsdPerMTok, outputUsdPerMTok]: readonly [number, number, number]) {
  return { inputUsdPerMTok, cachedInputUsdPerMTok, outputUsdPerMTok };
}
