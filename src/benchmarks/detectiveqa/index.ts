import type { Family, Task } from '../../core/index.ts';
import { documentTask, modeOf } from '../../datasets/index.ts';
import { aggregateDetectiveqa } from './aggregate-detectiveqa.ts';
import { DETECTIVEQA_DATA } from './data-origin.ts';
import { loadDetectiveqa, MAX_TOKENS } from './load-detectiveqa.ts';
import { markClues } from './mark-clues.ts';
import { readNovel } from './novel.ts';
import { judgedSteps, stepsOf } from './judge-steps.ts';
import { scoreAnswer } from './score-reply.ts';
import { DETECTIVE_TASKS, LANGUAGES, type DetectiveTask } from './tasks.ts';

const PAPER = 'https://arxiv.org/abs/2409.02465';
const FAMILY = { title: 'DetectiveQA', source: 'https://huggingface.co/datasets/Phospheneser/DetectiveQA' };

/** DetectiveQA (Xu et al. 2024, arXiv 2409.02465) on the user's copy of its data. README.md says what is published and what is ours. */
export const detectiveqa: Family = {
  id: 'detectiveqa',
  title: 'DetectiveQA: questions about detective novels, before the answer is given away',
  paper: PAPER,
  summary:
    'Reason from clues scattered over a novel of 100k tokens, English and Chinese; accuracy, and which clues the model was given. Needs its data files: --data DIR.',
  tasks: DETECTIVE_TASKS.map(taskOf),
  data: DETECTIVEQA_DATA,
  suites: {},
  aggregate: (rows) => aggregateDetectiveqa(rows),
  reopen: async ({ origin, language }) => (await readNovel(String(origin['path']), language)).corpus,
};

function taskOf(task: DetectiveTask): Task {
  const made = documentTask({
    id: `detectiveqa/${task.id}`,
    version: 1,
    title: `DetectiveQA: ${task.title}`,
    paper: PAPER,
    tags: ['real-data', 'reasoning', 'qa', 'options:4', 'diffusion:3', 'scope:2'],
    languages: LANGUAGES,
    family: FAMILY,
    fidelity: { corrected: 'faithful', compat: 'faithful' },
    truncation: 'middle',
    maxTokens: MAX_TOKENS,
    judgeQuestions: (sample) => Number(stepsOf(sample).length > 0),
    load: (settings) => loadDetectiveqa(task, settings),
    score: (replies, sample) => scoreAnswer({ replies }, sample),
  });
  return {
    ...made,
    async *samples(options, deps) {
      for await (const sample of made.samples(options, deps)) yield 'skipped' in sample ? sample : markClues(sample);
    },
    score(answer, sample, { judge }) {
      const score = { ...scoreAnswer(answer, sample), mode: modeOf(sample.facts) };
      return judge ? judgedSteps(answer, { sample, judge, score }) : { status: 'ok', score };
    },
  };
}
