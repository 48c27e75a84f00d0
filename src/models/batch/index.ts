import type { BatchClient } from '../../core/index.ts';

declare module '../../core/model.ts' {
  interface ModelExtensions {
    /** The provider's batch endpoint. */
    readonly batch: BatchClient;
  }
}

export type { BatchConnection } from './batch-http.ts';
export { createOpenAiBatches, OPENAI_BATCH_FACTOR, type OpenAiBatchDialect } from './openai-batches.ts';
