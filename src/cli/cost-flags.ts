import type { Command } from 'commander';
import { FathomError, type Prices } from '../core/index.ts';

/** Prices of a model, and where they are from. */
export interface KnownPrices {
  readonly prices: Prices;
  /** For people: `the flags`, `list of 2025-11-01`, a file's name. */
  readonly source: string;
  /** Of list prices, the day that they are of. */
  readonly asOf?: string;
}

/** Flags that say what tokens cost. */
export function addCostFlags(command: Command): Command {
  return command
    .option('--input-usd <price>', 'US dollars per million prompt tokens (default: the list prices of well-known models)')
    .option('--output-usd <price>', 'US dollars per million answer tokens')
    .option('--cached-usd <price>', 'US dollars per million prompt tokens that the provider has cached')
    .option(
      '--cache-write-usd <price>',
      'US dollars per million prompt tokens that the provider writes to its cache (anthropic/: 1.25 × input)',
    )
    .option('--prices <file>', 'price file (JSON), laid over the list prices');
}

/** Prices from the flags, else from the price file, else from the dated list. Undefined: nobody knows them. */
export async function readPrices(flags: Readonly<Record<string, unknown>>, model: string): Promise<KnownPrices | undefined> {
  const own = readPriceFlags(flags);
  const { listPrices, loadPriceFile, PRICES_AS_OF, withCacheWrites } = await import('../models/prices/index.ts');
  if (own) return { prices: withCacheWrites(model, own), source: 'the flags' };
  if (flags['prices'] !== undefined) {
    const path = String(flags['prices']);
    const file = loadPriceFile(path);
    const prices = file.prices(model);
    if (prices) return { prices, source: file.asOf === undefined ? path : `${path} of ${file.asOf}` };
  }
  const prices = listPrices(model);
  return prices && { prices, source: `list of ${PRICES_AS_OF}`, asOf: PRICES_AS_OF };
}

/** Prices that the flags give, undefined without any. Throws a FathomError (`misuse`) for what is no price, and for half a price. */
export function readPriceFlags(flags: Readonly<Record<string, unknown>>): Prices | undefined {
  const price = (name: string) => {
    const value = flags[name] === undefined ? undefined : Number(flags[name]);
    if (value !== undefined && !(value >= 0 && Number.isFinite(value))) {
      throw new FathomError('misuse', `"${String(flags[name])}" is no price.`, {
        fix: 'Give US dollars per million tokens, such as 1.25.',
      });
    }
    return value;
  };
  const [input, output, cached, written] = [price('inputUsd'), price('outputUsd'), price('cachedUsd'), price('cacheWriteUsd')];
  if ([input, output, cached, written].every((each) => each === undefined)) return undefined;
  if (input === undefined || output === undefined) {
    throw new FathomError('misuse', 'A price is missing.', { fix: 'Give both --input-usd and --output-usd.' });
  }
  return {
    inputUsdPerMTok: input,
    outputUsdPerMTok: output,
    ...(cached !== undefined && { cachedInputUsdPerMTok: cached }),
    ...(written !== undefined && { cacheWriteUsdPerMTok: written }),
  };
}
