import type { Aggregate, Family, Sample, Score, ScoredRow, Task } from '../../core/index.ts';
import { documentTask, meanOfMeans, meanOfRows, meansOfParts, modeOf, reopenRowFile, rowsByAxis } from '../../datasets/index.ts';
import { bestAnswer, orderHit, sortedOrder } from '../../scoring/index.ts';
import { ADA_LEVAL_DATA } from './data-origin.ts';
import { ADA_LEVAL_FILES, ADA_TASKS, loadAdaLeval, MAX_TOKENS, type AdaTask } from './load-ada-leval.ts';

const PAPER = 'https://arxiv.org/abs/2404.06480';
const FAMILY = { title: 'Ada-LEval', source: 'https://github.com/open-compass/Ada-LEval (fetch_data.sh)' };

/** Ada-LEval (Wang et al. 2024, arXiv 2404.06480) on the user's copy of its data. README.md says what is published and what is ours. */
export const adaLeval: Family = {
  id: 'ada-leval',
  title: 'Ada-LEval: tasks whose length can be chosen',
  paper: PAPER,
  summary:
    'The best of many answers to a question, and the order of shuffled text, at lengths of 1k to 128k. Needs its data files: --data DIR.',
  tasks: ADA_TASKS.map(taskOf),
  data: ADA_LEVAL_DATA,
  suites: {},
  aggregate: (rows) => aggregate(rows),
  reopen: (source) => reopenRowFile(ADA_LEVAL_FILES, source),
};

function taskOf(task: AdaTask): Task {
  return documentTask({
    id: `ada-leval/${task.id}`,
    version: 1,
    title:
      task.id === 'tsort'
        ? 'Ada-LEval TSort: the order of four shuffled segments'
        : 'Ada-LEval BestAnswer: the accepted one of many answers',
    paper: PAPER,
    tags: ['real-data', task.id === 'tsort' ? 'ordering' : 'selection', 'diffusion:3', 'scope:3'],
    views: [{ kind: 'profile', x: 'level' }],
    languages: ['en'],
    family: FAMILY,
    fidelity: { corrected: 'corrected', compat: 'faithful' },
    truncation: 'none',
    maxTokens: MAX_TOKENS,
    load: (settings) => loadAdaLeval(task, settings),
    score: (replies, sample) => (task.id === 'tsort' ? orderScore(replies[0] ?? '', sample) : selectionScore(replies[0] ?? '', sample)),
  });
}

/** `compat` takes the largest label that is a substring, `corrected` the last that is a word. The part `valid` tells answers of the form that was asked for. */
function selectionScore(reply: string, { target, facts }: Sample): Omit<Score, 'mode'> {
  const { candidates } = facts as { readonly candidates: number };
  const { value, valid } = bestAnswer(reply, { count: candidates, mode: modeOf(facts) === 'compat' ? 'official' : 'fixed' });
  return scoreOf(Number(value === target), { valid, why: `says ${value}, right is ${String(target)}` });
}

/** `compat` compares as far as the answer goes, so that [2] is right where 2 comes first; `corrected` wants all four. */
function orderScore(reply: string, { target, facts }: Sample): Omit<Score, 'mode'> {
  const right = target as readonly number[];
  const { value, valid } = sortedOrder(reply);
  const hit = orderHit(value, right, { mode: modeOf(facts) === 'compat' ? 'official' : 'fixed' });
  return scoreOf(hit, { valid, why: `says ${value.slice(0, 8).join(', ')}, right is ${right.join(', ')}` });
}

function scoreOf(value: number, { valid, why }: { readonly valid: boolean; readonly why: string }): Omit<Score, 'mode'> {
  return {
    value,
    metric: 'accuracy',
    parts: [{ metric: 'valid', value: Number(valid) }],
    ...(!valid && { errorClass: 'invalid-form' }),
    why,
  };
}

/** Accuracy of each part at each level, as published, with the share of valid answers; the headline is the mean of the parts' means over their levels. */
function aggregate(rows: readonly ScoredRow[]): Aggregate[] {
  const parts = ADA_TASKS.flatMap(({ id, levels }) => {
    const byLevel = rowsByAxis(
      rows.filter(({ task }) => task === `ada-leval/${id}`),
      'level',
    );
    const ran = levels.flatMap((level) => {
      const own = byLevel.get(level) ?? [];
      const named = { metric: `${id}/${level}`, label: `${id}, ${level}` };
      const mean = meanOfRows(own, named);
      return mean.n === 0 ? [] : [{ mean, valid: meansOfParts(own, named) }];
    });
    const means = ran.map(({ mean }) => mean);
    return ran.length === 0 ? [] : [{ ran, mean: meanOfMeans(means, { metric: id, label: `${id}: mean of the levels` }) }];
  });
  const means = parts.map(({ mean }) => mean);
  return [
    meanOfMeans(means, { metric: 'overall', label: 'Mean of the parts' }),
    ...means,
    ...parts.flatMap(({ ran }) => ran.flatMap(({ mean, valid }) => [mean, ...valid])),
  ];
}
