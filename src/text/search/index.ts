export { createRanker, createSearch, topPassages, type Ranker, type Search } from './search.ts';
export type { Hit } from './take-best.ts';
export { sentenceBatches } from './sentence-batches.ts';
export { splitQuestions } from './split-questions.ts';
export { nearestVectors, unitVectors, type UnitVectors } from './nearest-vectors.ts';
