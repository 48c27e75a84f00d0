import { z } from 'zod';
import {
  loadLevels,
  loadRowFile,
  textBlock,
  type DataSettings,
  type DocumentData,
  type DocumentQuestion,
  type Frame,
  type RowFiles,
  type RowPlace,
} from '../../datasets/index.ts';

const bestAnswerSchema = z
  .object({ question: z.string(), answer: z.string().regex(/^A[1-9]\d*$/), all_answers: z.array(z.string()).min(1) })
  .transform((row) => ({ kind: 'bestanswer' as const, ...row, text: numbered(row.all_answers) }));
const tsortSchema = z
  .object({ prompt: z.string(), answer: z.array(z.int().min(1).max(4)).length(4) })
  .transform(({ prompt, answer }) => ({ kind: 'tsort' as const, answer, text: prompt }));

const rowSchema = z.union([bestAnswerSchema, tsortSchema]);

type Row = z.output<typeof rowSchema>;

/** The files of Ada-LEval: JSON arrays, the candidates of a question or a shuffled text an element. */
export const ADA_LEVAL_FILES: RowFiles<Row> = { family: 'ada-leval', language: 'en', schema: rowSchema, textOf: ({ text }) => text };

/** A part of Ada-LEval: its files are `<file>_<level>.json`. */
export interface AdaTask {
  readonly id: 'bestanswer' | 'tsort';
  readonly file: string;
  readonly levels: readonly string[];
}

export const ADA_TASKS: readonly AdaTask[] = [
  { id: 'bestanswer', file: 'stackselect', levels: ['1k', '2k', '4k', '6k', '8k', '12k', '16k', '32k', '64k', '128k'] },
  { id: 'tsort', file: 'textsort', levels: ['2k', '4k', '8k', '16k', '32k', '64k', '128k'] },
];

/** Room for an answer: ours, as the published code names none for all models. */
export const MAX_TOKENS = 128;

/** Rows that are asked, the first ones, as published for models behind an API. */
const firstRows = (level: string): number => (Number.parseInt(level, 10) >= 32 ? 50 : 200);

/** The questions of a part, level by level. */
export function loadAdaLeval({ file, levels }: AdaTask, settings: DataSettings): AsyncGenerator<DocumentData, void> {
  return loadLevels(levels, (level) => {
    const name = `${file}_${level}.json`;
    const questionsOf = (row: Row, place: RowPlace) => [questionOf(row, place)];
    return loadRowFile(ADA_LEVAL_FILES, { names: [name, `data/${name}`], firstRows: firstRows(level), questionsOf }, settings);
  });
}

function questionOf(row: Row, { row: number, document }: RowPlace): DocumentQuestion {
  return {
    id: String(number),
    language: 'en',
    document,
    frames: [row.kind === 'tsort' ? { before: [], after: [] } : bestAnswerFrame(row.question)],
    output: { maxTokens: MAX_TOKENS, temperature: 0 },
    target: row.answer,
    cluster: `row/${number}`,
    ...(row.kind === 'bestanswer' && { facts: { candidates: row.all_answers.length } }),
  };
}

function numbered(answers: readonly string[]): string {
  return answers.map((answer, i) => `A${i + 1}:\n\n${answer.trim()}\n\n`).join('');
}

/* The published layout (ada_leval/dataset.py) in our own words: what to do and the form of an answer, question, candidates, the form again. A shuffled text brings its own words. */
function bestAnswerFrame(question: string): Frame {
  const before =
    'Below are a question about programming and several answers to it, marked A1, A2 and so on. One of them solves the problem best. Name it by its mark alone.\n\nQuestion:\n\n';
  return {
    before: [textBlock('instruction', before), textBlock('question', question.trim()), textBlock('instruction', '\n\nAnswers:\n\n')],
    after: [textBlock('format', 'Which answer is the best? Give its mark and nothing else.')],
  };
}
