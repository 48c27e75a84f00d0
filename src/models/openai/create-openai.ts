import * as z from 'zod';
import type { BatchClient, Model } from '../../core/index.ts';
import { createAiSdkModel, type SdkBatchKit, type UsageCounts } from '../ai-sdk/index.ts';
import { createOpenAiBatches } from '../batch/index.ts';
import type { ModelOptions } from '../model-options.ts';

/** Options of OpenAI models. */
export interface OpenAiOptions extends ModelOptions {
  /** Which of OpenAI's APIs to use. Default `responses`. */
  readonly api?: 'responses' | 'chat';
}

const count = z.number().nullish().catch(undefined);
const usageSchema = z.looseObject({
  input_tokens: count,
  prompt_tokens: count,
  output_tokens: count,
  completion_tokens: count,
  input_tokens_details: z.looseObject({ cached_tokens: count }).nullish().catch(undefined),
  prompt_tokens_details: z.looseObject({ cached_tokens: count }).nullish().catch(undefined),
  output_tokens_details: z.looseObject({ reasoning_tokens: count }).nullish().catch(undefined),
  completion_tokens_details: z.looseObject({ reasoning_tokens: count }).nullish().catch(undefined),
});

/**
 * A model of OpenAI. Answers are not stored there (`store: false`); `cacheKey` becomes `prompt_cache_key`. OpenAI takes an effort and no
 * budget for reasoning: `reasoningBudget` is room in the limit that thinking and answer share.
 */
export function createOpenAi(options: OpenAiOptions): Model {
  return createAiSdkModel(options, {
    defaultBaseUrl: 'https://api.openai.com/v1',
    keyVariable: 'OPENAI_API_KEY',
    load: async (connection) => {
      const { createOpenAI } = await import('@ai-sdk/openai');
      const provider = createOpenAI(connection);
      return options.api === 'chat' ? provider.chat(options.model) : provider.responses(options.model);
    },
    providerOptions: ({ cacheKey }) => ({
      openai: {
        store: false,
        // The SDK drops the effort for models that it does not know as reasoning ones.
        ...(options.reasoningEffort === undefined ? {} : { forceReasoning: true, reasoningEffort: options.reasoningEffort }),
        ...(cacheKey === undefined ? {} : { promptCacheKey: cacheKey }),
      },
    }),
    readUsage: openAiUsage,
    batch: (kit) => openAiBatches(kit, options.api === 'chat' ? '/v1/chat/completions' : '/v1/responses'),
  });
}

function openAiBatches({ baseUrl, transport, secrets, apiKey, headers, bodyOf, read, learn }: SdkBatchKit, endpoint: string): BatchClient {
  return createOpenAiBatches({
    connection: { baseUrl, transport, secrets, headers: { authorization: `Bearer ${apiKey}`, ...headers } },
    endpoint,
    bodyOf: async (request) => [Buffer.from(await bodyOf(request))],
    read,
    learn,
  });
}

/** Counts of a usage object of the responses or the chat API; absent ones stay absent. */
export function openAiUsage(raw: unknown): UsageCounts {
  const usage = usageSchema.parse(raw);
  return {
    inputTokens: usage.input_tokens ?? usage.prompt_tokens,
    cachedTokens: (usage.input_tokens_details ?? usage.prompt_tokens_details)?.cached_tokens,
    outputTokens: usage.output_tokens ?? usage.completion_tokens,
    reasoningTokens: (usage.output_tokens_details ?? usage.completion_tokens_details)?.reasoning_tokens,
  };
}
