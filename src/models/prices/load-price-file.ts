import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { FathomError, type Prices } from '../../core/index.ts';
import { withCacheWrites } from './cache-writes.ts';
import { isDated } from './dated-version.ts';

const price = z.number().nonnegative().finite();
const tier = { input: price, output: price, cachedInput: price.optional(), cacheWrite: price.optional() };
const fileSchema = z.strictObject({
  asOf: z.iso.date().optional(),
  models: z.record(z.string(), z.strictObject({ ...tier, long: z.strictObject({ aboveTokens: z.int().positive(), ...tier }).optional() })),
});

/** Prices of the user's own, by model name; `*` stands for every model that is not named. */
export interface PriceFile {
  /** The day that the file says it is of. */
  readonly asOf?: string;
  prices(model: string): Prices | undefined;
}

/**
 * Reads a price file: `{"asOf": "2026-01-31", "models": {"openai/gpt-5": {"input": 1.25, "output": 10, "cachedInput": 0.125}}}`, in US
 * dollars per million tokens; `cacheWrite` is the price of tokens written to the provider's cache. A name stands for its dated versions too. Throws a FathomError that names the file and what is wrong in it.
 */
export function loadPriceFile(path: string): PriceFile {
  const file = parse(path);
  return {
    ...(file.asOf !== undefined && { asOf: file.asOf }),
    prices: (model) => {
      const name = Object.hasOwn(file.models, model) ? model : Object.keys(file.models).find((known) => isDated(model, known));
      const found = file.models[name ?? '*'];
      if (found === undefined) return undefined;
      const long = found.long && { long: { aboveTokens: found.long.aboveTokens, ...pricesOf(found.long) } };
      return withCacheWrites(model, { ...pricesOf(found), ...long });
    },
  };
}

function parse(path: string): z.infer<typeof fileSchema> {
  try {
    return fileSchema.parse(JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, '')));
  } catch (cause) {
    const what = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new FathomError('data', `The price file ${path} cannot be used: ${what}`, {
      cause,
      fix: 'Write {"models": {"openai/gpt-5": {"input": 1.25, "output": 10, "cachedInput": 0.125}}}, in US dollars per million tokens.',
    });
  }
}

function pricesOf({
  input,
  output,
  cachedInput,
  cacheWrite,
}: {
  readonly input: number;
  readonly output: number;
  readonly cachedInput?: number | undefined;
  readonly cacheWrite?: number | undefined;
}) {
  return {
    inputUsdPerMTok: input,
    outputUsdPerMTok: output,
    ...(cachedInput !== undefined && { cachedInputUsdPerMTok: cachedInput }),
    ...(cacheWrite !== undefined && { cacheWriteUsdPerMTok: cacheWrite }),
  };
}
