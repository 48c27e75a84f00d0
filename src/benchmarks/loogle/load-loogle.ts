import { resolve } from 'node:path';
import { z } from 'zod';
import type { Corpus } from '../../core/index.ts';
import {
  badRow,
  createTextShelf,
  findDataFile,
  missingFile,
  requireRows,
  streamJsonlRows,
  type BadRows,
  type DataSettings,
  type DocumentData,
  type DocumentQuestion,
  type JsonlRow,
  type TextShelf,
} from '../../datasets/index.ts';
import { frameOf } from './prompts.ts';
import { readPairs, type QuestionPair } from './question-pairs.ts';
import type { LoogleTask } from './tasks.ts';

/** Where a task's file stands: in the folder, in the unpacked data, or among the repository's samples. */
const FOLDERS = ['', 'data/', 'LooGLE-testdata/'];

const rowSchema = z.object({ input: z.string(), title: z.string().optional(), qa_pairs: z.unknown(), output: z.string() });

/** A row with its questions; a row without any has its `output` as the answer to the one question of its task. */
interface Row {
  readonly text: string;
  readonly pairs: readonly QuestionPair[];
}

/** The questions of a task; a file that is not there is told as skipped. */
export async function* loadLoogle(task: LoogleTask, { dataDir, badRows }: DataSettings): AsyncGenerator<DocumentData, void> {
  const name = `${task.id}.jsonl`;
  const file = findDataFile(
    dataDir,
    FOLDERS.map((folder) => folder + name),
  );
  if (file === undefined) return yield missingFile(dataDir, name);
  const shelf = createTextShelf();
  const questions: DocumentData['questions'][number][] = [];
  for await (const read of rowsOf(file, badRows)) {
    if ('problem' in read) questions.push(badRow(file, read));
    else questions.push(...questionsOf(task, read.row, { line: read.line, document: shelf.add(read.row.text) }));
  }
  yield questions.some((question) => 'document' in question) ? { corpus: corpusOf(shelf, file, badRows), questions } : { questions };
}

/** The texts of a data file again. */
export async function reopenLoogle(path: string, badRows: BadRows): Promise<Corpus> {
  const shelf = createTextShelf();
  for await (const read of rowsOf(path, badRows)) if ('row' in read) shelf.add(read.row.text);
  return corpusOf(shelf, path, badRows);
}

function rowsOf(file: string, badRows: BadRows): AsyncGenerator<JsonlRow<Row>, void> {
  return requireRows(withPairs(file), { file, badRows });
}

async function* withPairs(file: string): AsyncGenerator<JsonlRow<Row>, void> {
  for await (const read of streamJsonlRows(file, rowSchema)) {
    if ('problem' in read) {
      yield read;
      continue;
    }
    const { line, row } = read;
    const pairs = readPairs(row.qa_pairs ?? 'none');
    if ('problem' in pairs) yield { line, problem: pairs.problem };
    else yield { line, row: { text: row.input, pairs: pairs.length > 0 ? pairs : [{ Q: '', A: row.output }] } };
  }
}

function corpusOf(shelf: TextShelf, file: string, badRows: BadRows): Corpus {
  return shelf.corpus({ language: 'en', origin: { kind: 'data', family: 'loogle', path: resolve(file), badRows } });
}

function questionsOf(task: LoogleTask, { pairs }: Row, at: { readonly line: number; readonly document: number }): DocumentQuestion[] {
  return pairs.map(({ Q, A, S, type }, i) => ({
    id: `${at.line}/${i + 1}`,
    language: 'en',
    document: at.document,
    frames: [frameOf(task, Q)],
    output: { maxTokens: task.maxTokens, temperature: 0 },
    target: A,
    ...(type !== undefined && { cell: { type } }),
    ...(S !== undefined && { facts: { evidence: [S].flat() } }),
  }));
}
