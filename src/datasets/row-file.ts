import { resolve } from 'node:path';
import type { z } from 'zod';
import { FathomError, type Corpus, type CorpusSource } from '../core/index.ts';
import type { DataSettings } from './data-options.ts';
import type { DocumentData } from './document-question.ts';
import { badRow, missingFile } from './missing-file.ts';
import type { JsonlRow } from './rows/checked-row.ts';
import { findSource, sourceName, sourceNamed, type DataSource } from './rows/data-source.ts';
import { requireRows, type BadRows } from './rows/require-rows.ts';
import { streamRows } from './rows/stream-rows.ts';
import { createTextShelf, type TextShelf } from './text-shelf.ts';

/** A family's files of rows, each row with one text. */
export interface RowFiles<Row> {
  /** Id of the family, whose `reopen` reads the texts again. */
  readonly family: string;
  /** Language of the texts. */
  readonly language: string;
  readonly schema: z.ZodType<Row>;
  textOf(row: Row): string;
}

/** Where a row stands, and what came before it. */
export interface RowPlace {
  /** Line that it begins on, from 1. */
  readonly line: number;
  /** Its number in the file, from 1: several rows of a JSON array can share a line. */
  readonly row: number;
  /** Number of its text. */
  readonly document: number;
  /** Questions of the file before it. */
  readonly asked: number;
}

/** What a task makes of a file. `names`: where the file may stand in the data folder, `archives`: zip files that may hold it. */
export interface RowTask<Row> {
  readonly names: readonly string[];
  readonly archives?: readonly string[];
  /** Only so many rows, the first ones, are read. */
  readonly firstRows?: number;
  questionsOf(row: Row, place: RowPlace): DocumentData['questions'];
}

/** Bytes of text in a part: the texts of a large file are no single buffer. */
const PART_BYTES = 64 * 1024 * 1024;

/** The questions of a file in parts, row by row; a file that is not there is told as skipped, bad rows as asked. */
export async function* loadRowFile<Row>(
  files: RowFiles<Row>,
  { names, archives, firstRows, questionsOf }: RowTask<Row>,
  { dataDir, badRows }: Pick<DataSettings, 'dataDir' | 'badRows'>,
): AsyncGenerator<DocumentData, void> {
  const source = await findSource(dataDir, { names, ...(archives && { archives }) });
  if (source === undefined) return yield missingFile(dataDir, names[0]!, [...names.slice(1), ...(archives ?? [])]);
  const reading: Reading = { source, badRows, ...(firstRows !== undefined && { firstRows }) };
  let [asked, parts] = [0, 0];
  for await (const { rows, shelf, part } of partsOf(files, reading)) {
    const questions = rows.flatMap(({ read, row, document }) => {
      if ('problem' in read) return [{ ...badRow(sourceName(source), read), id: `row-${row}` }];
      const made = questionsOf(read.row, { line: read.line, row, document, asked });
      asked += made.length;
      return made;
    });
    parts++;
    const isAsked = questions.some((question) => 'document' in question);
    yield isAsked ? { corpus: corpusOfPart(files, { shelf, part, ...reading }), questions } : { questions };
  }
  if (parts === 0)
    yield { questions: [{ id: 'data', skipped: { reason: 'no-data', detail: `there are no rows in ${sourceName(source)}` } }] };
}

/** The texts of a recorded part again. Rejects with FathomError `missing` when the file has no such part any more. */
export async function reopenRowFile<Row>(files: RowFiles<Row>, { origin }: CorpusSource): Promise<Corpus> {
  const source = sourceNamed(String(origin['path']));
  const badRows = origin['badRows'] === 'skip' ? 'skip' : 'fail';
  const reading: Reading = { source, badRows, ...(typeof origin['firstRows'] === 'number' && { firstRows: origin['firstRows'] }) };
  for await (const { shelf, part } of partsOf(files, reading))
    if (part === (origin['part'] ?? 0)) return corpusOfPart(files, { shelf, part, ...reading });
  throw new FathomError('missing', `${sourceName(source)} has fewer rows than the run was made from.`, { fix: 'Bring the old file back.' });
}

/** What is read, and how. */
interface Reading {
  readonly source: DataSource;
  readonly badRows: BadRows;
  readonly firstRows?: number;
}

/** A row without its text: that is on the shelf. */
interface ShelvedRow<Row> {
  readonly read: JsonlRow<Row>;
  readonly row: number;
  readonly document: number;
}

interface Part<Row> {
  readonly part: number;
  readonly rows: readonly ShelvedRow<Row>[];
  readonly shelf: TextShelf;
}

async function* partsOf<Row>(files: RowFiles<Row>, { source, badRows, firstRows = Infinity }: Reading): AsyncGenerator<Part<Row>, void> {
  let [part, rows, shelf, count] = [0, [] as ShelvedRow<Row>[], createTextShelf(), 0];
  for await (const read of requireRows(streamRows(source, files.schema), { file: sourceName(source), badRows })) {
    if (++count > firstRows) break;
    rows.push({ read, row: count, document: 'row' in read ? shelf.add(files.textOf(read.row)) : -1 });
    if (shelf.byteLength >= PART_BYTES) {
      yield { part, rows, shelf };
      [part, rows, shelf] = [part + 1, [], createTextShelf()];
    }
  }
  if (rows.length > 0) yield { part, rows, shelf };
}

function corpusOfPart<Row>(
  { family, language }: RowFiles<Row>,
  { source, badRows, firstRows, shelf, part }: Reading & Pick<Part<Row>, 'shelf' | 'part'>,
): Corpus {
  const path = sourceName({ ...source, path: resolve(source.path) });
  const which = { ...(part > 0 && { part }), ...(firstRows !== undefined && { firstRows }) };
  return shelf.corpus({ language, origin: { kind: 'data', family, path, badRows, ...which } });
}
