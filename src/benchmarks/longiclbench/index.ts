import type { Aggregate, Family, Sample, Score, ScoredRow } from '../../core/index.ts';
import { documentTask, rowsByAxis } from '../../datasets/index.ts';
import { microPrf, prfOf, spanCounts } from '../../scoring/index.ts';
import { LONGICLBENCH_DATA } from './data-origin.ts';
import { loadFewnerd, MAX_TOKENS, openDemonstrations } from './fewnerd-data.ts';
import { answerOf } from './fewnerd-prompts.ts';

const PAPER = 'https://arxiv.org/abs/2404.02060';
const FAMILY = { title: 'LongICLBench', source: 'https://github.com/TIGER-AI-Lab/LongICLBench (folder processed_data)' };

/** LongICLBench (Li et al. 2024, arXiv 2404.02060): so far its Few-NERD, on the user's copy of its data. */
export const longiclbench: Family = {
  id: 'longiclbench',
  title: 'LongICLBench: learning many labels from long demonstrations',
  paper: PAPER,
  summary: 'Named entities of 66 types, learned from 57 to 281 example sentences in the prompt. Needs its data files: --data DIR.',
  tasks: [
    documentTask({
      id: 'longiclbench/fewnerd',
      version: 1,
      title: 'Few-NERD: entities of 66 types after one to five rounds of examples',
      paper: PAPER,
      tags: ['real-data', 'in-context-learning', 'extraction', 'diffusion:2', 'scope:2'],
      views: [{ kind: 'profile', x: 'rounds' }],
      languages: ['en'],
      family: FAMILY,
      fidelity: { corrected: 'faithful', compat: 'faithful' },
      truncation: 'none',
      maxTokens: MAX_TOKENS,
      load: loadFewnerd,
      score: scoreReply,
    }),
  ],
  data: LONGICLBENCH_DATA,
  suites: {},
  aggregate: (rows) => aggregateLongicl(rows),
  reopen: ({ origin }) => openDemonstrations(String(origin['path'])),
};

/** F1 of one sentence's entities; the counts are summed up over all sentences. */
function scoreReply(replies: readonly string[], { target, facts }: Sample): Omit<Score, 'mode'> {
  const { sentence } = facts as { readonly sentence: string };
  const counts = spanCounts(answerOf(replies[0] ?? '', sentence), target as { readonly [span: string]: string });
  const { f1 } = prfOf(counts.correct, counts);
  const why = `${counts.correct} right of ${counts.predicted} named and ${counts.wanted} wanted`;
  return { value: f1, metric: 'entity-f1', counts: { ...counts }, why };
}

/** Micro F1 as published: over all sentences, then for each number of rounds with precision and recall. */
function aggregateLongicl(rows: readonly ScoredRow[]): Aggregate[] {
  const rounds = [...rowsByAxis(rows, 'rounds')];
  return [
    micro(rows, { metric: 'overall', label: 'Entity F1 (micro)', take: 'f1' }),
    ...rounds.flatMap(([round, own]) =>
      (['f1', 'precision', 'recall'] as const).map((take) =>
        micro(own, { metric: `rounds-${round}/${take}`, label: `${round} rounds: ${take}`, take }),
      ),
    ),
  ];
}

function micro(
  rows: readonly ScoredRow[],
  { take, ...named }: Pick<Aggregate, 'metric' | 'label'> & { readonly take: 'f1' | 'precision' | 'recall' },
): Aggregate {
  const counts = rows.flatMap(({ result }) => (result.status === 'ok' && result.score.counts ? [result.score.counts] : []));
  const summed = counts.map(({ correct = 0, predicted = 0, wanted = 0 }) => ({ correct, predicted, wanted }));
  return {
    ...named,
    cell: {},
    value: counts.length === 0 ? null : microPrf(summed)[take],
    n: counts.length,
    missing: rows.length - counts.length,
  };
}
