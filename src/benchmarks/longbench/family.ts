import type { Family, Task } from '../../core/index.ts';
import { documentTask, reopenRowFile } from '../../datasets/index.ts';
import { aggregateEven, aggregateLongBench } from './aggregate-longbench.ts';
import { LONGBENCH_DATA } from './data-origin.ts';
import { loadLongBench, LONGBENCH_FILES } from './load-longbench.ts';
import { scoreReply } from './score-reply.ts';
import { LONGBENCH_TASKS, type LongBenchTask } from './tasks.ts';

const PAPER = 'https://arxiv.org/abs/2308.14508';
const SOURCE = 'https://huggingface.co/datasets/THUDM/LongBench (data.zip)';

/** LongBench (Bai et al. 2023, arXiv 2308.14508) on the user's copy of its data. README.md says what is published and what is ours. */
export const longbenchFamily: Family = {
  id: 'longbench',
  title: 'LongBench: 21 data sets in six categories, English, Chinese and code',
  paper: PAPER,
  summary:
    'Questions, summaries, examples, counting and code over texts of 1k to 22k words. Needs its data (data.zip or unpacked): --data DIR.',
  tasks: LONGBENCH_TASKS.map((task) => taskOf(task, 'longbench')),
  data: LONGBENCH_DATA,
  suites: {},
  aggregate: (rows) => aggregateLongBench(rows),
  reopen: (source) => reopenRowFile(LONGBENCH_FILES.longbench, source),
};

/** LongBench-E: 13 of the data sets drawn anew, so that short, middle and long texts are equally many. */
export const longbenchE: Family = {
  id: 'longbench-e',
  title: 'LongBench-E: thirteen data sets with texts of three lengths',
  paper: PAPER,
  summary: 'LongBench by length of the text: up to 4k words, 4k to 8k, more. Needs its data (data.zip or unpacked): --data DIR.',
  tasks: LONGBENCH_TASKS.filter(({ even }) => even).map((task) => taskOf(task, 'longbench-e')),
  data: LONGBENCH_DATA,
  suites: {},
  aggregate: (rows) => aggregateEven(rows),
  reopen: (source) => reopenRowFile(LONGBENCH_FILES['longbench-e'], source),
};

function taskOf(task: LongBenchTask, family: 'longbench' | 'longbench-e'): Task {
  const title = family === 'longbench' ? 'LongBench' : 'LongBench-E';
  return documentTask({
    id: `${family}/${task.id}`,
    version: 1,
    title: `${title} ${task.id}: ${task.category}, ${task.dataset.metric}`,
    paper: PAPER,
    tags: ['real-data', task.category, ...task.tags.filter((tag) => tag !== task.category)],
    views: family === 'longbench' ? [{ kind: 'radar', x: 'category', y: 'language' }] : [{ kind: 'profile', x: 'words' }],
    languages: [task.language === 'zh' ? 'zh' : 'en'],
    family: { title, source: SOURCE, takesPrompts: true },
    fidelity: { corrected: 'corrected', compat: 'faithful' },
    truncation: 'middle',
    maxTokens: task.maxTokens,
    load: (settings) => loadLongBench(task, family, settings),
    score: (replies, sample) => scoreReply(task, replies, sample),
  });
}
