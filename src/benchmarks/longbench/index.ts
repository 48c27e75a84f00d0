import type { StoredScorer } from '../stored-predictions.ts';
import { scorePredictions } from './score-predictions.ts';

/** LongBench and LongBench-E (Bai et al. 2023, arXiv 2308.14508): twenty-one datasets, English, Chinese and code. Stored predictions are scored as published. */
export const longbench: StoredScorer = { id: 'longbench', title: 'LongBench', modes: ['official', 'fixed'], score: scorePredictions };

export { longbenchE, longbenchFamily } from './family.ts';
