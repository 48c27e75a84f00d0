import type { BatchClient } from '../../core/index.ts';

declare module '../../core/model.ts' {
  interface ModelExtensions {
    /** The provider's batch endpoint. */
    readonly batch: BatchClient;
  }
}

export type { BatchConnection } from './batch-http.ts';
export { createAnthropicBatches } from './anthropic-batches.ts';
export { createOpenAiBatches, type OpenAiBatchDialect } from './openai-batches.ts';
