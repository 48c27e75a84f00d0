import type { Aggregate, Family, Sample, Score, ScoredRow } from '../../core/index.ts';
import { documentTask, meanOfRows, rowsByAxis } from '../../datasets/index.ts';
import { phraseLetter } from '../../scoring/index.ts';
import { LONGBENCH_V2_DATA } from './data-origin.ts';
import { loadQuestions, reopenTexts } from './load-questions.ts';
import { MAX_TOKENS, VARIANTS } from './variants.ts';

const PAPER = 'https://arxiv.org/abs/2412.15204';
const FAMILY = {
  title: 'LongBench v2',
  source: 'https://huggingface.co/datasets/THUDM/LongBench-v2 (data.json)',
  takesPrompts: true,
  variants: VARIANTS,
} as const;

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
      title: 'LongBench v2: four options, answered directly or after reasoning',
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
  reopen: reopenTexts,
};

/** Accuracy; an answer without the phrase is wrong, as published. */
function scoreReply(replies: readonly string[], { target }: Sample): Omit<Score, 'mode'> {
  const reply = replies.at(-1) ?? '';
  const letter = phraseLetter(reply);
  const why = letter === null ? 'names no option in the form that was asked for' : `says ${letter}, right is ${String(target)}`;
  const value = Number(letter === target);
  return {
    value,
    metric: 'accuracy',
    ...(letter === null && { counts: { [GUESSED]: 1 } }),
    ...(letter === null && { errorClass: reply.trim() === '' ? 'empty-answer' : 'no-choice' }),
    why,
  };
}

/** Published option, off by default: an answer without an option counts as a guess. */
const GUESSED = 'unanswered';
const CHANCE = 0.25;

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
    meanOfRows(rows, { metric: 'compensated', label: 'Accuracy, no option named counts 0.25', take: compensated }),
  ];
}

function compensated({ result }: ScoredRow): number | undefined {
  return result.status === 'ok' ? result.score.value + CHANCE * (result.score.counts?.[GUESSED] ?? 0) : undefined;
}
