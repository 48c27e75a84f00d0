import type { StoredScorer } from '../stored-predictions.ts';
import { LEVAL_DATA } from './data-origin.ts';
import { scorePredictions } from './score-predictions.ts';

/** L-Eval (An et al. 2023, arXiv 2307.11088): twenty tasks over long documents. Stored predictions are scored as published. */
export const leval: StoredScorer = { id: 'leval', title: 'L-Eval', modes: ['official'], data: LEVAL_DATA, score: scorePredictions };

export { levalFamily } from './family.ts';
