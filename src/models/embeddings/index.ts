import type { Embedder } from '../../core/index.ts';

declare module '../../core/model.ts' {
  interface ModelExtensions {
    /** The provider's embeddings endpoint. */
    readonly embed: Embedder;
  }
}

export { createCompatibleEmbedder, type EmbedderConnection } from './create-compatible-embedder.ts';
