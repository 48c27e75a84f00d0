import type { Aggregate, Family, Sample, Score, ScoredRow } from '../../core/index.ts';
import { documentTask, meanOfRows, reopenRowFile, rowsByAxis } from '../../datasets/index.ts';
import { phraseLetter } from '../../scoring/index.ts';
import { LONGBENCH_V2_DATA } from './data-origin.ts';
import { loadQuestions, LONGBENCH_V2_FILES, MAX_TOKENS } from './load-questions.ts';

const PAPER = 'https://arxiv.org/abs/2412.15204';
const FAMILY = { title: 'LongBench v2', source: 'https://huggingface.co/datasets/THUDM/LongBench-v2 (data.json)' };

/** LongBench v2 (Bai et al. 2024, arXiv 2412.15204) on the user's copy of its data. README.md says what is published and what is ours. */
export const longbenchV2: Family = {
  id: 'longbench-v2',
  title: 'LongBench v2: 503 hard questions with four options',
  paper: PAPER,
  summary:
    'Multiple choice over texts of 8k to 2M words: documents, novels, code, tables, dialogues. Needs its data (data.json): --data DIR.',
  tasks: [
    documentTask({
      id: 'longbench-v2/direct',
      version: 1,
      title: 'LongBench v2: four options, answered directly',
      paper: PAPER,
      tags: ['real-data', 'multiple-choice', 'options:4', 'reasoning', 'diffusion:3', 'scope:2'],
      views: [{ kind: 'table', x: 'words', y: 'difficulty' }],
      languages: ['en'],
      family: FAMILY,
      fidelity: { corrected: 'faithful', compat: 'faithful' },
      truncation: 'middle',
      maxTokens: MAX_TOKENS,
      load: loadQuestions,
      score: scoreReply,
    }),
  ],
  data: LONGBENCH_V2_DATA,
  suites: {},
  aggregate: (rows) => aggregate(rows),
  reopen: (source) => reopenRowFile(LONGBENCH_V2_FILES, source),
};

/** Accuracy; an answer without the phrase is wrong, as published. */
function scoreReply(replies: readonly string[], { target }: Sample): Omit<Score, 'mode'> {
  const letter = phraseLetter(replies[0] ?? '');
  const why = letter === null ? 'names no option in the form that was asked for' : `says ${letter}, right is ${String(target)}`;
  return { value: Number(letter === target), metric: 'accuracy', ...(letter === null && { errorClass: 'no-choice' }), why };
}

/** Accuracy over all questions, by difficulty and by length, as published; then by domain. */
function aggregate(rows: readonly ScoredRow[]): Aggregate[] {
  const by = (axis: string, values: readonly string[]) => {
    const groups = rowsByAxis(rows, axis);
    return values.map((value) => meanOfRows(groups.get(value) ?? [], { metric: value, label: `${axis}: ${value}` }));
  };
  const domains = [...rowsByAxis(rows, 'domain').keys()].map(String);
  return [
    meanOfRows(rows, { metric: 'overall', label: 'Accuracy' }),
    ...by('difficulty', ['easy', 'hard']),
    ...by('words', ['short', 'medium', 'long']),
    ...by('domain', domains.toSorted()),
  ];
}
