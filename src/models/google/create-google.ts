import * as z from 'zod';
import type { Model } from '../../core/index.ts';
import { createAiSdkModel, type UsageCounts } from '../ai-sdk/index.ts';
import type { ModelOptions } from '../model-options.ts';

const count = z.number().nullish().catch(undefined);
const usageSchema = z.looseObject({
  promptTokenCount: count,
  cachedContentTokenCount: count,
  candidatesTokenCount: count,
  thoughtsTokenCount: count,
});

/**
 * A model of Google. `reasoningBudget` becomes the thinking budget; summaries of the reasoning are asked for when effort or budget is set,
 * and not when thinking is switched off, which the API would refuse.
 */
export function createGoogle(options: ModelOptions): Model {
  const { reasoningBudget, reasoningEffort } = options;
  const thinkingConfig = { includeThoughts: true, ...(reasoningBudget === undefined ? {} : { thinkingBudget: reasoningBudget }) };
  const thinks = reasoningBudget !== undefined || (reasoningEffort !== undefined && reasoningEffort !== 'none');
  return createAiSdkModel(options, {
    defaultBaseUrl: 'https://generativelanguage.googleapis.com/v1beta',
    keyVariable: 'GOOGLE_GENERATIVE_AI_API_KEY',
    load: async (connection) => {
      const sdk = await import('@ai-sdk/google');
      return sdk.createGoogle(connection).chat(options.model);
    },
    providerOptions: () => (thinks ? { google: { thinkingConfig } } : {}),
    readUsage: googleUsage,
  });
}

/** Counts of a `usageMetadata`; absent ones stay absent. Output includes the thoughts. */
export function googleUsage(raw: unknown): UsageCounts {
  const { promptTokenCount, cachedContentTokenCount, candidatesTokenCount, thoughtsTokenCount } = usageSchema.parse(raw);
  return {
    inputTokens: promptTokenCount,
    cachedTokens: cachedContentTokenCount,
    // The API counts thoughts apart from the answer, and leaves out the answer's count when thoughts took the whole limit.
    outputTokens:
      candidatesTokenCount == null && thoughtsTokenCount == null ? undefined : (candidatesTokenCount ?? 0) + (thoughtsTokenCount ?? 0),
    reasoningTokens: thoughtsTokenCount,
  };
}
