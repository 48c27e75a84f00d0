import type { Sample, Score, Task } from '../../core/index.ts';
import { documentTask, skippedWithoutData } from '../../datasets/index.ts';
import { prfOf, spanCounts } from '../../scoring/index.ts';
import { loadFewnerd } from './fewnerd-data.ts';
import { answerOf } from './fewnerd-prompts.ts';
import type { IclSet } from './icl-sets.ts';
import { loadIclSet, MAX_TOKENS } from './load-icl-set.ts';
import { scoreIcl } from './score-icl.ts';

export const PAPER = 'https://arxiv.org/abs/2404.02060';
export const FAMILY = { title: 'LongICLBench', source: 'https://github.com/TIGER-AI-Lab/LongICLBench (folder processed_data)' };
const SHARED = {
  version: 1,
  paper: PAPER,
  languages: ['en'],
  family: FAMILY,
  fidelity: { corrected: 'faithful', compat: 'faithful' },
  truncation: 'none',
  maxTokens: MAX_TOKENS,
} as const;

/** Few-NERD: entities of 66 types. */
export function fewnerdTask(): Task {
  return skippedWithoutData(
    documentTask({
      ...SHARED,
      id: 'longiclbench/fewnerd',
      title: 'Few-NERD: entities of 66 types after one to five rounds of examples',
      views: [{ kind: 'profile', x: 'rounds' }],
      tags: ['real-data', 'in-context-learning', 'extraction', 'diffusion:2', 'scope:2'],
      load: loadFewnerd,
      score: scoreEntities,
    }),
    FAMILY,
  );
}

/** A set of texts with labels. `grouped`: the variant whose examples of a label stand together. */
export function iclTask(set: IclSet, { grouped }: { readonly grouped: boolean }): Task {
  return skippedWithoutData(
    documentTask({
      ...SHARED,
      id: `longiclbench/${set.id}${grouped ? '-grouped' : ''}`,
      title: `${set.title}, after one to five rounds of examples${grouped ? ' that stand label by label' : ''}`,
      views: [{ kind: 'profile', x: 'rounds' }],
      tags: ['real-data', 'in-context-learning', 'classification', 'diffusion:2', 'scope:2'],
      load: (settings) => loadIclSet(set, { ...settings, grouped }),
      score: (replies, sample) => scoreIcl(set, replies[0] ?? '', sample),
    }),
    FAMILY,
  );
}

/** F1 of one sentence's entities; the counts are summed up over all sentences. */
function scoreEntities(replies: readonly string[], { target, facts }: Sample): Omit<Score, 'mode'> {
  const { sentence } = facts as { readonly sentence: string };
  const counts = spanCounts(answerOf(replies[0] ?? '', sentence), target as { readonly [span: string]: string });
  const { f1 } = prfOf(counts.correct, counts);
  const why = `${counts.correct} right of ${counts.predicted} named and ${counts.wanted} wanted`;
  return { value: f1, metric: 'entity-f1', counts: { ...counts }, why };
}
