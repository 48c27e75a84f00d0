import { z } from 'zod';
import { loadRowFile, type DataSettings, type DocumentData, type RowFiles, type RowPlace } from '../../datasets/index.ts';
import { framesOf } from './prompts.ts';
import { readOtherAnswers, type OtherAnswers } from './other-answers.ts';
import type { LevalTask } from './tasks.ts';

/** Where the data's repository keeps a task's file. */
const FOLDERS = ['', 'Closed-ended-tasks/', 'Open-ended-tasks/', 'data/'];

/** Room for an answer and its temperature, as published. */
export const MAX_TOKENS = 512;
const OUTPUT = { maxTokens: MAX_TOKENS, temperature: 0.0001 };

/** A row of a data file: a document with its questions. */
const rowSchema = z
  .object({ input: z.string(), instructions: z.array(z.string()), outputs: z.array(z.string()), evaluation: z.string() })
  .refine(({ instructions, outputs }) => instructions.length === outputs.length, 'instructions and outputs differ in number');

type Row = z.infer<typeof rowSchema>;

/** The files of L-Eval: a document a row. */
export const LEVAL_FILES: RowFiles<Row> = { family: 'leval', language: 'en', schema: rowSchema, textOf: ({ input }) => input };

const TOPICS = ['first', 'second', 'third'];

/** The questions of a task; a file that is not there is told as skipped. */
export async function* loadLeval(task: LevalTask, settings: DataSettings): AsyncGenerator<DocumentData, void> {
  const names = FOLDERS.map((folder) => `${folder}${task.id}.jsonl`);
  const others = settings.against === undefined || task.evaluation === 'exam' ? undefined : await readOtherAnswers(settings.against, task);
  const asking = { task, judged: settings.judged, ...(others && { others }) };
  yield* loadRowFile(LEVAL_FILES, { names, questionsOf: (row, place) => questionsOf(asking, row, place) }, settings);
}

interface Asking {
  readonly task: LevalTask;
  readonly judged: boolean;
  readonly others?: OtherAnswers;
}

function questionsOf(
  { task, judged, others }: Asking,
  { instructions, outputs, evaluation }: Row,
  { line, document, asked }: RowPlace,
): DocumentData['questions'] {
  return instructions.map((instruction, i) => {
    const id = `${line}/${i + 1}`;
    const gold = outputs[i]!;
    const isJudged = evaluation !== task.evaluation;
    if (isJudged && !(judged && task.evaluation !== 'exam'))
      return {
        id,
        skipped: { reason: 'judge', detail: `L-Eval leaves this question to a judge (evaluation: ${evaluation.slice(0, 40)})` },
      };
    const topic = task.reading === 'topic' ? { topic: TOPICS[(asked + i) % 3]! } : undefined;
    return {
      id,
      language: 'en',
      document,
      frames: framesOf(task, { instruction, gold }),
      output: OUTPUT,
      target: gold,
      ...(topic && { cell: topic }),
      ...pairFacts({ isJudged, other: others?.find({ instruction, gold }) }),
    };
  });
}

/** What a judge needs of a question beside its gold answer: whether it is left to judges alone, and the other answer where one is on file. */
function pairFacts({ isJudged, other }: { readonly isJudged: boolean; readonly other: string | undefined }) {
  if (!isJudged && other === undefined) return {};
  return { facts: { ...(isJudged && { judged: true }), ...(other !== undefined && { other }) } };
}
