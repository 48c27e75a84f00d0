import type { Usage } from './model.ts';

/** Vectors of texts, as an encoder gave them. */
export interface Embeddings {
  /** One for each text, in their order; all of one length, every number finite. */
  readonly vectors: readonly Float32Array[];
  readonly usage: Usage;
  readonly latencyMs: number;
}

/** Turns texts into vectors. Throws ModelError (`context`: a text is longer than the window, `protocol`: no valid vectors), never retries by itself. */
export interface Embedder {
  embed(texts: readonly string[], options: { readonly signal: AbortSignal }): Promise<Embeddings>;
}
