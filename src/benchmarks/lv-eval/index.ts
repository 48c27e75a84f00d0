import type { Aggregate, Family, ScoredRow, Task } from '../../core/index.ts';
import { documentTask, meanOfMeans, meanOfRows, reopenRowFile, rowsByAxis } from '../../datasets/index.ts';
import { LVEVAL_DATA } from './data-origin.ts';
import { LEVELS, LVEVAL_DATASETS, type LvEvalDataset } from './datasets.ts';
import { loadLvEval, LVEVAL_FILES } from './load-lv-eval.ts';
import { scoreReply } from './score-reply.ts';

const PAPER = 'https://arxiv.org/abs/2402.05136';
const FAMILY = { title: 'LV-Eval', source: 'https://huggingface.co/datasets/Infinigence/LVEval (a zip for each data set)' };

/** LV-Eval (Yuan et al. 2024, arXiv 2402.05136) on the user's copy of its data. README.md says what is published and what is ours. */
export const lvEval: Family = {
  id: 'lv-eval',
  title: 'LV-Eval: the same questions at five lengths up to 256k words',
  paper: PAPER,
  summary:
    'Eleven data sets in English and Chinese, with confusing facts and replaced keywords. Needs its data (zip or unpacked): --data DIR.',
  tasks: LVEVAL_DATASETS.map(taskOf),
  data: LVEVAL_DATA,
  suites: {},
  aggregate: (rows) => aggregate(rows),
  reopen: (source) => reopenRowFile(LVEVAL_FILES, source),
};

function taskOf(dataset: LvEvalDataset): Task {
  return documentTask({
    id: `lv-eval/${dataset.id}`,
    version: 1,
    title: `LV-Eval ${dataset.id}: ${dataset.hops} hop, ${dataset.metric}`,
    paper: PAPER,
    tags: [
      'real-data',
      'qa',
      `${dataset.hops}-hop`,
      ...(dataset.hops === 'single' ? ['diffusion:1', 'scope:1'] : ['diffusion:2', 'scope:2']),
    ],
    views: [{ kind: 'profile', x: 'level' }],
    languages: [dataset.language],
    family: FAMILY,
    fidelity: { corrected: 'corrected', compat: 'faithful' },
    truncation: 'middle',
    maxTokens: dataset.maxTokens,
    load: (settings) => loadLvEval(dataset, settings),
    score: (replies, sample) => scoreReply(dataset, replies, sample),
  });
}

/** The mean of the data sets at each level, as published; the headline is the mean of the levels. */
function aggregate(rows: readonly ScoredRow[]): Aggregate[] {
  const byLevel = rowsByAxis(rows, 'level');
  const levels = LEVELS.flatMap((level) => {
    const own = byLevel.get(level) ?? [];
    const sets = LVEVAL_DATASETS.flatMap(({ id }) => {
      const some = own.filter(({ task }) => task === `lv-eval/${id}`);
      return some.length === 0 ? [] : [meanOfRows(some, { metric: `${id}/${level}`, label: `${id}, ${level}` })];
    });
    const answered = sets.filter(({ n }) => n > 0);
    return answered.length === 0
      ? []
      : [{ mean: meanOfMeans(answered, { metric: level, label: `Mean of the data sets, ${level}` }), answered }];
  });
  return [
    meanOfMeans(
      levels.map(({ mean }) => mean),
      { metric: 'overall', label: 'Mean of the levels' },
    ),
    ...levels.map(({ mean }) => mean),
    ...levels.flatMap(({ answered }) => answered),
  ];
}
