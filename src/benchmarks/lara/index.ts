import type { Family, Task } from '../../core/index.ts';
import { documentTask } from '../../datasets/index.ts';
import type { StoredScorer } from '../stored-predictions.ts';
import { aggregateLara } from './aggregate-lara.ts';
import { LARA_DATA } from './data-origin.ts';
import { loadLara, MAX_TOKENS, reopenLara } from './load-lara.ts';
import { scorePredictions } from './score-predictions.ts';
import { judgeReply, scoreReply } from './score-reply.ts';
import { LARA_TASKS, type LaraTask } from './tasks.ts';

const PAPER = 'https://arxiv.org/abs/2502.09977';
const FAMILY = { title: 'LaRA', source: 'https://github.com/Alibaba-NLP/LaRA (folder datasets)' };

/** LaRA (Li et al. 2025, arXiv 2502.09977), its long-context side, on the user's copy of its data. README.md says what is published and what is ours. */
export const lara: Family = {
  id: 'lara',
  title: 'LaRA: long context or retrieval? (the long-context side)',
  paper: PAPER,
  summary:
    'Facts, conclusions, comparisons and unanswerable questions over novels, filings and papers. Scored by a judge as published (--judge MODEL), without one by a proxy of ours. Needs its data files: --data DIR.',
  tasks: LARA_TASKS.map(taskOf),
  data: LARA_DATA,
  suites: {},
  aggregate: (rows) => aggregateLara(rows),
  reopen: ({ origin }) => reopenLara(String(origin['path'])),
};

/** Predictions as LaRA's own code stores them, by a judge or by the proxy. */
export const laraScorer: StoredScorer = { id: 'lara', title: 'LaRA', modes: ['official'], takesJudge: true, score: scorePredictions };

function taskOf(task: LaraTask): Task {
  return documentTask({
    id: `lara/${task.id}`,
    version: 1,
    title: `LaRA ${task.id}: ${task.title}; scored by a judge, without one by a proxy`,
    paper: PAPER,
    tags: ['real-data', 'proxy', ...task.tags],
    views: [{ kind: 'table', x: 'size', y: 'source' }],
    languages: ['en'],
    family: FAMILY,
    fidelity: { corrected: 'own', compat: 'own' },
    truncation: 'middle',
    maxTokens: MAX_TOKENS,
    judgeQuestions: () => 1,
    load: (settings) => loadLara(task, settings),
    score: (replies, sample, { judge }) => (judge ? judgeReply(task, replies, { sample, judge }) : scoreReply(task, replies, sample)),
  });
}
