import { z } from 'zod';
import {
  loadRowFile,
  textBlock,
  type DataSettings,
  type DocumentData,
  type DocumentQuestion,
  type RowFiles,
  type RowPlace,
} from '../../datasets/index.ts';

const rowSchema = z.object({
  _id: z.string(),
  domain: z.string(),
  sub_domain: z.string(),
  difficulty: z.enum(['easy', 'hard']),
  length: z.enum(['short', 'medium', 'long']),
  question: z.string(),
  choice_A: z.string(),
  choice_B: z.string(),
  choice_C: z.string(),
  choice_D: z.string(),
  answer: z.enum(['A', 'B', 'C', 'D']),
  context: z.string(),
});

type Row = z.infer<typeof rowSchema>;

/** The file of LongBench v2: a question with its text an element. */
export const LONGBENCH_V2_FILES: RowFiles<Row> = {
  family: 'longbench-v2',
  language: 'und',
  schema: rowSchema,
  textOf: ({ context }) => context.trim(),
};

/** Room for an answer, as published without chain of thought. */
export const MAX_TOKENS = 128;

/** All questions, out of `data.json`. */
export function loadQuestions(settings: DataSettings): AsyncGenerator<DocumentData, void> {
  const questionsOf = (row: Row, { row: number, document }: RowPlace) => [{ ...questionOf(row), document, cluster: `row/${number}` }];
  return loadRowFile(LONGBENCH_V2_FILES, { names: ['data.json', 'data/data.json', 'data.jsonl'], questionsOf }, settings);
}

/* The published layout (prompts/0shot.txt) in our own words: instruction, text, question, options, the form of the answer. */
const BEFORE = 'Read the text below; a question with four options comes after it.\n\n<text>\n';
const AFTER = '\n</text>\n\nWhich option is right?\n\nQuestion: ';
const FORM = '\n\nAnswer in this form: "The correct answer is (letter)".';

function questionOf(row: Row): Omit<DocumentQuestion, 'document'> {
  const choices = (['A', 'B', 'C', 'D'] as const).map((letter) => `\n(${letter}) ${row[`choice_${letter}`].trim()}`).join('');
  return {
    id: row._id,
    language: 'en',
    frames: [
      {
        before: [textBlock('instruction', BEFORE)],
        after: [
          textBlock('instruction', AFTER),
          textBlock('question', row.question.trim()),
          textBlock('choices', `\nOptions:${choices}`),
          textBlock('format', FORM),
        ],
      },
    ],
    output: { maxTokens: MAX_TOKENS, temperature: 0.1 },
    target: row.answer,
    cell: { domain: row.domain, difficulty: row.difficulty, words: row.length },
    facts: { subDomain: row.sub_domain },
  };
}
