import { join } from 'node:path';
import type { Corpus } from '../../core/index.ts';
import {
  badRow,
  findDataFile,
  missingFile,
  requireRows,
  streamJsonlRows,
  type DataSettings,
  type DocumentData,
} from '../../datasets/index.ts';
import { FathomError } from '../../core/index.ts';
import { frameOf } from './prompts.ts';
import { cellOf, queryRowSchema, type QueryRow } from './query-row.ts';
import { SIZES, SOURCES, type LaraTask } from './tasks.ts';
import { readTexts, type Texts } from './texts.ts';

/** Room for an answer. The published code gives none: the provider's own limit holds there. */
export const MAX_TOKENS = 512;

/** The questions of a task, size by size and kind by kind; query files that are not there are told as skipped. */
export async function* loadLara(task: LaraTask, settings: DataSettings): AsyncGenerator<DocumentData, void> {
  for (const size of SIZES)
    for (const source of SOURCES) yield await loadQueries({ task, size, source, root: rootOf(settings.dataDir) }, settings);
}

/** The folder that holds `query`: the one named, or its `datasets`. */
function rootOf(dataDir: string): string {
  return findDataFile(dataDir, ['query', 'datasets/query']) === join(dataDir, 'datasets/query') ? join(dataDir, 'datasets') : dataDir;
}

interface Place {
  readonly task: LaraTask;
  readonly size: string;
  readonly source: string;
  readonly root: string;
}

async function loadQueries({ task, size, source, root }: Place, { badRows }: DataSettings): Promise<DocumentData> {
  const name = `query/${size}_${source}_${task.id}.jsonl`;
  const file = findDataFile(root, [name]);
  const place = { size, source };
  if (file === undefined)
    return { questions: missingFile(root, name).questions.map((each) => ({ ...each, id: `${size}/${source}/data`, cell: place })) };
  const texts = await readTexts(join(root, size, source));
  const questions: DocumentData['questions'][number][] = [];
  for await (const read of requireRows(streamJsonlRows(file, queryRowSchema), { file, badRows })) {
    const bad = 'problem' in read ? { ...badRow(file, read), cell: place } : undefined;
    const question = bad ?? questionOf((read as { readonly row: QueryRow }).row, texts);
    questions.push({ ...question, id: `${size}/${source}/${read.line}` });
  }
  return texts ? { corpus: texts.corpus, questions } : { questions };
}

function questionOf(row: QueryRow, texts: Texts | undefined): DocumentData['questions'][number] {
  const cell = cellOf(row);
  const document = texts?.numbers.get(row.file);
  if (document === undefined)
    return { id: '', cell, skipped: { reason: 'no-data', detail: `there is no text ${row.file} in ${row.length}/${row.type}` } };
  return {
    id: '',
    language: 'en',
    document,
    frames: [frameOf(row.type, row.question)],
    output: { maxTokens: MAX_TOKENS },
    target: row.answer,
    cell,
  };
}

/** The texts of a folder again. Rejects with FathomError `missing` for a folder without any. */
export async function reopenLara(folder: string): Promise<Corpus> {
  const texts = await readTexts(folder);
  if (texts) return texts.corpus;
  throw new FathomError('missing', `There are no texts (.txt) in ${folder}.`, { fix: 'Bring the data of LaRA back to where it was.' });
}
