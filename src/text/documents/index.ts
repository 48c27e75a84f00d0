export { corpusOf, corpusOfBytes, type CorpusFacts } from './corpus-of.ts';
export { createDocuments, type DocumentStore } from './create-documents.ts';
export { CHUNK_BYTES, indexCorpus } from './index-corpus.ts';
export { loadCorpus } from './load-corpus.ts';
export { isSafeBetween, isSafeCut, nextSafeCut, previousSafeCut, safeCuts } from './safe-cuts.ts';
