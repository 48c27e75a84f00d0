import * as z from 'zod';
import { FathomError, type Model } from '../../core/index.ts';
import { createAiSdkModel, type UsageCounts } from '../ai-sdk/index.ts';
import { createAnthropicBatches } from '../batch/index.ts';
import type { ModelOptions } from '../model-options.ts';

/** Options of Anthropic models. */
export interface AnthropicOptions extends ModelOptions {
  /** How long a marked prefix stays in the cache. Default `5m`, the provider's own; `1h` costs more to write. */
  readonly cacheTtl?: '5m' | '1h';
}

/** Least thinking budget of the API. */
const LEAST_BUDGET_TOKENS = 1024;
/** The version of the API that the SDK speaks too. */
const API_VERSION = '2023-06-01';

const count = z.number().nullish().catch(undefined);
const usageSchema = z.looseObject({
  input_tokens: count,
  cache_creation_input_tokens: count,
  cache_read_input_tokens: count,
  output_tokens: count,
  output_tokens_details: z.looseObject({ thinking_tokens: count }).nullish().catch(undefined),
});

/**
 * A model of Anthropic. A block's `cacheBreak` becomes a `cache_control` mark (the API takes four a request; further ones are dropped).
 * `reasoningBudget` becomes the thinking budget, which comes on top of the output's token limit. Throws FathomError `misuse` for a budget
 * below the API's least.
 */
export function createAnthropic(options: AnthropicOptions): Model {
  const { reasoningBudget, cacheTtl } = options;
  if (reasoningBudget !== undefined && reasoningBudget < LEAST_BUDGET_TOKENS) {
    throw new FathomError('misuse', `A thinking budget of ${reasoningBudget} tokens is too small for ${options.id}`, {
      fix: `Give at least ${LEAST_BUDGET_TOKENS}`,
    });
  }
  return createAiSdkModel(options, {
    defaultBaseUrl: 'https://api.anthropic.com/v1',
    keyVariable: 'ANTHROPIC_API_KEY',
    load: async (connection) => {
      const sdk = await import('@ai-sdk/anthropic');
      return sdk.createAnthropic(connection).chat(options.model);
    },
    providerOptions: () =>
      reasoningBudget === undefined ? {} : { anthropic: { thinking: { type: 'enabled', budgetTokens: reasoningBudget } } },
    addsBudget: true,
    cacheMark: { anthropic: { cacheControl: { type: 'ephemeral', ...(cacheTtl === undefined ? {} : { ttl: cacheTtl }) } } },
    readUsage: anthropicUsage,
    batch: ({ baseUrl, transport, secrets, apiKey, headers, ...words }) =>
      createAnthropicBatches({
        connection: { baseUrl, transport, secrets, headers: { 'x-api-key': apiKey, 'anthropic-version': API_VERSION, ...headers } },
        ...words,
      }),
  });
}

/** The API counts what is read from and written to the cache apart from `input_tokens`. */
function sum(input: number | null | undefined, ...cached: readonly (number | null | undefined)[]): number | undefined {
  return input == null ? undefined : cached.reduce<number>((total, tokens) => total + (tokens ?? 0), input);
}

/** Counts of a usage object of the messages API; absent ones stay absent. Input includes what was read from and written to the cache. */
export function anthropicUsage(raw: unknown): UsageCounts {
  const usage = usageSchema.parse(raw);
  return {
    inputTokens: sum(usage.input_tokens, usage.cache_creation_input_tokens, usage.cache_read_input_tokens),
    cachedTokens: usage.cache_read_input_tokens,
    cacheWriteTokens: usage.cache_creation_input_tokens,
    outputTokens: usage.output_tokens,
    reasoningTokens: usage.output_tokens_details?.thinking_tokens,
  };
}
