import type { Family } from '../../core/index.ts';
import type { StoredScorer } from '../stored-predictions.ts';
import { aggregateTurns } from './aggregate-turns.ts';
import { MULTI_IF_DATA } from './data-origin.ts';
import { scorePredictions } from './score-predictions.ts';
import { conversations } from './task.ts';

/** Multi-IF (He et al. 2024, arXiv 2410.15553) on the user's copy of its data. README.md says what is published and what is ours. */
export const multiIf: Family = {
  id: 'multi-if',
  title: 'Multi-IF: instructions over three turns, in eight languages',
  paper: 'https://arxiv.org/abs/2410.15553',
  summary: 'Conversations whose every turn adds instructions that hold to the end, checked by rules. Needs its data file: --data DIR.',
  tasks: [conversations],
  data: MULTI_IF_DATA,
  suites: {},
  aggregate: (rows) => aggregateTurns(rows),
};

/** Stored answers of Multi-IF, scored without a model. */
export const multiIfScorer: StoredScorer = {
  id: 'multi-if',
  title: 'Multi-IF',
  modes: ['official'],
  score: scorePredictions,
};
