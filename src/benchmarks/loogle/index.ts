import type { Family, Task } from '../../core/index.ts';
import { documentTask, reopenRowFile } from '../../datasets/index.ts';
import { aggregateLoogle } from './aggregate-loogle.ts';
import { LOOGLE_DATA } from './data-origin.ts';
import { loadLoogle, LOOGLE_FILES } from './load-loogle.ts';
import { judgeReply, scoreReply } from './score-reply.ts';
import { LOOGLE_TASKS, type LoogleTask } from './tasks.ts';

const PAPER = 'https://arxiv.org/abs/2311.04939';
const FAMILY = {
  title: 'LooGLE',
  source: 'https://huggingface.co/datasets/bigai-nlco/LooGLE (data.zip)',
  takesPrompts: true,
} as const;

/** LooGLE (Li et al. 2023, arXiv 2311.04939) on the user's copy of its data. README.md says what is published and what is ours. */
export const loogle: Family = {
  id: 'loogle',
  title: 'LooGLE: short and long dependencies in texts newer than the models',
  paper: PAPER,
  summary: 'Questions, masked names and abstracts over articles, scripts and papers of 24k tokens. Needs its data files: --data DIR.',
  tasks: LOOGLE_TASKS.map(taskOf),
  data: LOOGLE_DATA,
  suites: {},
  aggregate: (rows) => aggregateLoogle(rows),
  reopen: (source) => reopenRowFile(LOOGLE_FILES, source),
};

function taskOf(task: LoogleTask): Task {
  return documentTask({
    id: `loogle/${task.id}`,
    version: 1,
    title: `LooGLE ${task.id}: ${task.title}`,
    paper: PAPER,
    tags: ['real-data', ...task.tags],
    views: [{ kind: 'profile', x: 'type' }],
    languages: ['en'],
    family: FAMILY,
    fidelity: { corrected: 'faithful', compat: 'faithful' },
    truncation: 'middle',
    maxTokens: task.maxTokens,
    judgeQuestions: ({ target }) => (typeof target === 'string' ? 1 : 0),
    load: (settings) => loadLoogle(task, settings),
    score: (replies, sample, { judge }) =>
      judge ? judgeReply(replies, { sample, judge, isSummary: task.id === 'longdep_summarization' }) : scoreReply(replies, sample),
  });
}
