import { resolve } from 'node:path';
import { z } from 'zod';
import { badRow, createTextShelf, findDataFile, missingFile, requireRows, streamJsonlRows } from '../../datasets/index.ts';
import type { BadRows, DataSettings, DocumentData, DocumentQuestion, LeftOut, TextShelf } from '../../datasets/index.ts';
import type { Corpus } from '../../core/index.ts';
import { framesOf } from './prompts.ts';
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

const TOPICS = ['first', 'second', 'third'];

/** The questions of a task; a file that is not there is told as skipped. */
export async function* loadLeval(task: LevalTask, { dataDir, badRows }: DataSettings): AsyncGenerator<DocumentData, void> {
  const name = `${task.id}.jsonl`;
  const file = findDataFile(
    dataDir,
    FOLDERS.map((folder) => folder + name),
  );
  if (file === undefined) return yield missingFile(dataDir, name);
  const shelf = createTextShelf();
  const questions: DocumentData['questions'][number][] = [];
  let asked = 0;
  for await (const read of requireRows(streamJsonlRows(file, rowSchema), { file, badRows })) {
    if ('problem' in read) questions.push(badRow(file, read));
    else {
      questions.push(...questionsOf(task, read.row, { row: read.line, document: shelf.add(read.row.input), asked }));
      asked += read.row.instructions.length;
    }
  }
  yield questions.some((question) => 'document' in question) ? { corpus: corpusOf(shelf, file, badRows), questions } : { questions };
}

/** The documents of a data file again. */
export async function reopenLeval(path: string, badRows: BadRows): Promise<Corpus> {
  const shelf = createTextShelf();
  for await (const read of requireRows(streamJsonlRows(path, rowSchema), { file: path, badRows }))
    if ('row' in read) shelf.add(read.row.input);
  return corpusOf(shelf, path, badRows);
}

function corpusOf(shelf: TextShelf, file: string, badRows: BadRows): Corpus {
  return shelf.corpus({ language: 'en', origin: { kind: 'data', family: 'leval', path: resolve(file), badRows } });
}

function questionsOf(
  task: LevalTask,
  { instructions, outputs, evaluation }: Row,
  { row, document, asked }: { readonly row: number; readonly document: number; readonly asked: number },
): (DocumentQuestion | LeftOut)[] {
  return instructions.map((instruction, i) => {
    const id = `${row}/${i + 1}`;
    const gold = outputs[i]!;
    if (evaluation !== task.evaluation)
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
    };
  });
}
