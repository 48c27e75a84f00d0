import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { FathomError, type Corpus } from '../../core/index.ts';
import { requireFile } from '../../datasets/index.ts';
import { corpusOf, detectLanguage } from '../../text/index.ts';
import { createDocumentShelf, type DocumentShelf, type ShelvedDocument } from './document-shelf.ts';
import { FIELD_NAMES, type QuestionRow } from './question-row.ts';
import { readRows, type ReadRow } from './read-rows.ts';

/** A question with its documents found. */
export interface Question extends Omit<QuestionRow, 'id' | 'documents' | 'language'> {
  /** The row's own, else its number in the file, from 1. */
  readonly id: string;
  /** The row's own, else the language that the question is in. */
  readonly language: string;
  readonly documents: readonly ShelvedDocument[];
}

/** A question file, read whole. */
export interface QuestionFile {
  /** As the user named it. */
  readonly path: string;
  readonly questions: readonly Question[];
  /**
   * The documents, document `i` of the shelf at place `i + 1`. Place 0 holds the SHA-256 of the file, so that the digest of the corpus stands for
   * the file and for every document that it names.
   */
  readonly corpus: Corpus;
}

/** Problems that a message lists. */
const LISTED = 10;

/**
 * Reads a question file (.jsonl or .json) and the documents that it names. `name` is the name of its task.
 * Throws FathomError: `missing` (cannot be read), `misuse` (another kind of file), `data` (no UTF-8, no rows, or bad rows, up to ten listed).
 */
export async function loadQuestionFile(path: string, name: string): Promise<QuestionFile> {
  const format = formatOf(path);
  const text = await readUtf8(path);
  const rows = readRows(text, format);
  const shelf = createDocumentShelf(path);
  const questions: (Found | Problem)[] = [];
  // One by one: the order of the documents is part of the digest.
  for (const [i, row] of rows.entries()) questions.push(await questionOf(row, i, shelf));
  const problems = [...questions.filter((each): each is Problem => 'problem' in each), ...repeatedIds(questions)];
  if (problems.length > 0) throw badRows(path, problems);
  if (questions.length === 0)
    throw new FathomError('data', `${path} holds no questions.`, { fix: 'Write one JSON object a line: {"question": …, "expected": …}.' });
  const digest = createHash('sha256').update(text).digest('hex');
  const texts = [`questions ${digest}\n`, ...shelf.texts.map((bytes) => Buffer.from(bytes).toString('utf8'))];
  const origin = { kind: 'questions', path: resolve(path), name };
  return { path, questions: (questions as Found[]).map(({ question }) => question), corpus: corpusOf(texts, { language: 'und', origin }) };
}

interface Problem {
  readonly line: number;
  readonly problem: string;
}

interface Found {
  readonly line: number;
  readonly question: Question;
}

async function questionOf(read: ReadRow, place: number, shelf: DocumentShelf): Promise<Found | Problem> {
  if ('problem' in read) return read;
  const { line, row } = read;
  try {
    const documents: ShelvedDocument[] = [];
    for (const reference of row.documents) documents.push(...(await shelf.add(reference)));
    const question = { ...row, documents, id: row.id ?? String(place + 1), language: row.language ?? detectLanguage(row.question) };
    return { line, question };
  } catch (error) {
    if (error instanceof FathomError) return { line, problem: error.message };
    throw error;
  }
}

function repeatedIds(questions: readonly (Found | Problem)[]): Problem[] {
  const seen = new Map<string, number>();
  return questions.flatMap((each) => {
    if ('problem' in each) return [];
    const before = seen.get(each.question.id);
    if (before !== undefined)
      return [{ line: each.line, problem: `the id ${JSON.stringify(each.question.id)} is taken by line ${before}` }];
    seen.set(each.question.id, each.line);
    return [];
  });
}

function badRows(path: string, problems: readonly Problem[]): FathomError {
  const sorted = problems.toSorted((a, b) => a.line - b.line);
  const listed = sorted.slice(0, LISTED).map(({ line, problem }) => `${path}:${line}: ${problem}`);
  const more = problems.length > LISTED ? [`… and ${problems.length - LISTED} more`] : [];
  return new FathomError('data', `Bad rows in ${path}:\n  ${[...listed, ...more].join('\n  ')}`, {
    fix: `Fields of a row: ${FIELD_NAMES.join(', ')}. A document that is a text, not a path: {"text": "…"}.`,
  });
}

function formatOf(path: string): 'jsonl' | 'json' {
  const extension = extname(path).toLowerCase();
  if (extension === '.jsonl' || extension === '.json') return extension === '.json' ? 'json' : 'jsonl';
  throw new FathomError('misuse', `${path} is no question file.`, {
    fix: 'Write the questions as .jsonl (one a line) or .json (an array).',
  });
}

async function readUtf8(path: string): Promise<string> {
  await requireFile(path);
  const bytes = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new FathomError(
      'missing',
      `Cannot read the question file ${path}: ${cause.code === 'ENOENT' ? 'there is none' : cause.message}`,
      {
        cause,
        fix: 'Check the path and its permissions.',
      },
    );
  });
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  throw new FathomError('data', `${path} is not UTF-8.`, { fix: 'Save it as UTF-8.' });
}
