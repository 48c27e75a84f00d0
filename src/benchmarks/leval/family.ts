import type { Family, Task } from '../../core/index.ts';
import { documentTask, reopenRowFile } from '../../datasets/index.ts';
import { aggregateLeval } from './aggregate-leval.ts';
import { LEVAL_DATA } from './data-origin.ts';
import { LEVAL_FILES, loadLeval, MAX_TOKENS } from './load-leval.ts';
import { scoreOpen } from './score-open.ts';
import { scoreReply } from './score-reply.ts';
import { LEVAL_TASKS, type LevalTask } from './tasks.ts';

const PAPER = 'https://arxiv.org/abs/2307.11088';
const FAMILY = { title: 'L-Eval', source: 'https://github.com/OpenLMLab/LEval (folder LEval-data)', hasPairs: true } as const;

/** What a kind of task asks for; diffusion and scope (arXiv 2407.00402), 1 low to 3 high, are our assignment. */
const ABILITIES: { readonly [kind: string]: readonly string[] } = {
  letter: ['exam', 'options:4', 'diffusion:2', 'scope:1'],
  letters: ['exam', 'diffusion:2', 'scope:1'],
  number: ['few-shot', 'diffusion:1', 'scope:1'],
  topic: ['retrieval', 'diffusion:1', 'scope:1'],
  truth: ['reasoning', 'options:2', 'diffusion:2', 'scope:1'],
  code: ['code', 'diffusion:3', 'scope:2'],
  f1: ['qa', 'diffusion:2', 'scope:1'],
  rouge: ['summarisation', 'diffusion:2', 'scope:3'],
};

/** L-Eval (An et al. 2023, arXiv 2307.11088) on the user's copy of its data. README.md says what is published and what is ours. */
export const levalFamily: Family = {
  id: 'leval',
  title: 'L-Eval: exams, questions and summaries over long documents',
  paper: PAPER,
  summary:
    'Twenty tasks over real documents of 3k to 200k tokens: lectures, stories, contracts, meetings, code. Needs its data files: --data DIR.',
  tasks: LEVAL_TASKS.map(taskOf),
  data: LEVAL_DATA,
  suites: {},
  aggregate: (rows) => aggregateLeval(rows),
  reopen: (source) => reopenRowFile(LEVAL_FILES, source),
};

function taskOf(task: LevalTask): Task {
  const kind = task.reading ?? task.evaluation;
  return documentTask({
    id: `leval/${task.id}`,
    version: 1,
    title: `L-Eval ${task.id}, scored by ${task.evaluation === 'rouge' ? 'ROUGE-L' : task.evaluation === 'f1' ? 'F1 of words' : 'exact match'}`,
    paper: PAPER,
    tags: ['real-data', ...ABILITIES[kind]!],
    languages: ['en'],
    family: FAMILY,
    fidelity: { corrected: 'faithful', compat: 'faithful' },
    truncation: task.reading === 'code' ? 'words-tail' : 'words-head',
    maxTokens: MAX_TOKENS,
    ...(task.evaluation !== 'exam' && { judgeQuestions: () => 2 }),
    load: (settings) => loadLeval(task, settings),
    score: (replies, sample, { judge }) =>
      task.evaluation === 'exam' ? scoreReply(task, replies, sample) : scoreOpen(task, replies, { sample, ...(judge && { judge }) }),
  });
}
