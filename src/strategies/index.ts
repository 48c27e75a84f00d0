export { type RenderStep } from './answer-in-order.ts';
export { createClosedBook } from './closed-book.ts';
export { createDirect } from './direct.ts';
export { evidenceOnly, isBlank } from './evidence-only.ts';
export { createOracle } from './oracle.ts';
export { createRetrieval, retrievalId, retrievalSize, type RetrievalOptions, type RetrievalSize } from './retrieval.ts';
export { isContext, withoutContext } from './without-context.ts';
