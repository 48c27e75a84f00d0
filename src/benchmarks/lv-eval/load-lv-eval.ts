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
import { LEVELS, type LvEvalDataset } from './datasets.ts';

const rowSchema = z.object({
  input: z.string(),
  context: z.string(),
  answers: z.array(z.string()).min(1),
  answer_keywords: z.string().optional(),
  confusing_facts: z.union([z.string(), z.array(z.string())]).optional(),
});

type Row = z.infer<typeof rowSchema>;

/** The files of LV-Eval: a question with its text a row. */
export const LVEVAL_FILES: RowFiles<Row> = { family: 'lv-eval', language: 'und', schema: rowSchema, textOf: ({ context }) => context };

/** The questions of a data set, level by level, out of the unpacked files or of the data set's zip. */
export function loadLvEval(dataset: LvEvalDataset, settings: DataSettings): AsyncGenerator<DocumentData, void> {
  return loadLevels(LEVELS, (level) => {
    const name = `${dataset.id}_${level}.jsonl`;
    const questionsOf = (row: Row, place: RowPlace) => [questionOf(dataset, row, place)];
    return loadRowFile(LVEVAL_FILES, { names: [name, `${dataset.id}/${name}`], archives: [`${dataset.id}.zip`], questionsOf }, settings);
  });
}

function questionOf({ language, maxTokens }: LvEvalDataset, row: Row, { line, document }: RowPlace): DocumentQuestion {
  const { answer_keywords: keywords, confusing_facts: confusing } = row;
  return {
    id: String(line),
    language,
    document,
    frames: [frameOf(language, row.input)],
    output: { maxTokens, temperature: 0 },
    target: row.answers[0]!,
    // The same question stands in the same line of every level.
    cluster: `row/${line}`,
    facts: { ...(keywords !== undefined && { keywords }), ...(confusing !== undefined && { confusingFacts: [confusing].flat() }) },
  };
}

/* The published layout (LV-Eval, config.py) in our own words: instruction, article, instruction again, question, cue. */
function frameOf(language: 'en' | 'zh', question: string): Frame {
  const zh = language === 'zh';
  const before = zh ? '请阅读下面的文章，之后会有一个问题。\n\n' : 'Read the article below; a question about it comes after it.\n\n';
  const again = zh
    ? '\n\n请根据上面的文章回答问题，只写答案，尽量简短。\n\n问题：'
    : '\n\nAnswer the question from the article above, in as few words as you can.\n\nQuestion: ';
  return {
    before: [textBlock('instruction', before)],
    after: [textBlock('instruction', again), textBlock('question', question.trim()), textBlock('format', zh ? '\n回答：' : '\nAnswer:')],
  };
}
