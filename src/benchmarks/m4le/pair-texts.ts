import { resolve } from 'node:path';
import { z } from 'zod';
import { FathomError, type Corpus, type CorpusSource, type Json } from '../../core/index.ts';
import { findDataFile, requireRows, streamRows, type BadRows } from '../../datasets/index.ts';
import { corpusOf, detectLanguage } from '../../text/index.ts';
import type { PairFile } from './pair-tasks.ts';
import { makePortraits, PORTRAITS_VERSION } from './portraits.ts';

/** A text with what is asked about it. */
export interface PairRow {
  readonly text: string;
  /** What the text is about; not shown with it. */
  readonly topic?: string;
  readonly question?: string;
  /** Of each any is right. */
  readonly answers: readonly string[];
}

/** The same with the text as a document of the corpus. */
export interface PairEntry extends Omit<PairRow, 'text'> {
  readonly document: number;
}

/** Texts of one language, each once, and what is asked about them. */
export interface PairTexts {
  readonly corpus: Corpus;
  readonly entries: readonly PairEntry[];
}

const filled = z.string().regex(/\S/, 'no text');
const topic = filled.optional();

/** Rows of the files in the folder of `--data`, as they stand in README.md. */
const SCHEMAS = {
  qa: z
    .object({ question: filled, passage: filled, answers: z.array(filled).min(1), choices: z.array(filled).optional() })
    .transform(({ question, passage, answers, choices }): PairRow[] => [
      {
        text: passage,
        answers,
        question: [question, ...(choices ?? []).map((choice, i) => `${String.fromCodePoint(65 + i)}. ${choice}`)].join('\n'),
      },
    ]),
  titled: z.object({ title: filled, text: filled }).transform(({ title, text }): PairRow[] => [{ text, topic: title, answers: [title] }]),
  summaries: z
    .object({ text: filled, summary: filled, title: topic })
    .transform(({ text, summary, title }): PairRow[] => [{ text, answers: [summary], ...(title !== undefined && { topic: title }) }]),
  translations: z.object({ en: filled, zh: filled, title: topic }).transform(({ en, zh, title }): PairRow[] => {
    const named = title === undefined ? {} : { topic: title };
    return [
      { text: en, answers: [zh], ...named },
      { text: zh, answers: [en], ...named },
    ];
  }),
  texts: z.object({ text: filled, label: filled }).transform(({ text, label }): PairRow[] => [{ text, answers: [label] }]),
} as const;

/** Where such texts come from. */
export interface PairOptions {
  readonly file: PairFile;
  readonly dataDir?: string;
  readonly badRows: BadRows;
  readonly language: 'en' | 'zh';
  readonly seed: number;
  /** Of built-in portraits; absent: built-in texts are of no use. */
  readonly count?: number;
}

/** The user's texts in a language; built-in portraits where the folder has no such file. Undefined where there are none. Rejects with FathomError `data` for bad rows. */
export async function openPairs({ file, dataDir, badRows, language, seed, count }: PairOptions): Promise<PairTexts | undefined> {
  const path = dataDir === undefined ? undefined : findDataFile(dataDir, [`${file}.jsonl`]);
  if (path !== undefined) return readPairs(path, { file, badRows, language });
  return count === undefined ? undefined : builtIn({ file, language, seed, count });
}

/** The texts again from a recorded origin. */
export async function reopenPairs({ origin, language: named }: CorpusSource): Promise<Corpus> {
  const file = origin['file'] as PairFile;
  const language = named === 'zh' ? 'zh' : 'en';
  if (origin['texts'] === 'portraits') {
    if (origin['version'] === PORTRAITS_VERSION)
      return builtIn({ file, language, seed: Number(origin['seed']), count: Number(origin['count']) }).corpus;
    throw new FathomError('data', 'This version of Fathom makes other portraits than those of the run.', {
      fix: 'Use the version of Fathom that made the run (see `fathom runs`), or start a new run.',
    });
  }
  const texts = await readPairs(String(origin['path']), { file, badRows: origin['badRows'] === 'skip' ? 'skip' : 'fail', language });
  if (texts) return texts.corpus;
  throw new FathomError('data', `${String(origin['path'])} has no text in ${language}.`, {
    fix: 'Bring back the old file, or start a new run.',
  });
}

async function readPairs(
  path: string,
  { file, badRows, language }: Pick<PairOptions, 'file' | 'badRows' | 'language'>,
): Promise<PairTexts | undefined> {
  const rows: PairRow[] = [];
  const schema: z.ZodType<PairRow[]> = SCHEMAS[file];
  for await (const read of requireRows(streamRows({ path }, schema), { file: path, badRows }))
    if ('row' in read) rows.push(...read.row.filter(({ text }) => detectLanguage(text) === language));
  return rows.length === 0 ? undefined : shelved(rows, { language, origin: { path: resolve(path), texts: 'pairs', file, badRows } });
}

function builtIn({ file, language, seed, count }: Pick<PairOptions, 'file' | 'language' | 'seed'> & { readonly count: number }): PairTexts {
  const [from, to] = language === 'en' ? ([0, 1] as const) : ([1, 0] as const);
  const rows = makePortraits({ seed, count }).map((pair): PairRow => {
    const { text, title, question, answer, summary } = pair[from];
    const answers = { qa: answer, titled: title, summaries: summary, translations: pair[to].text, texts: title }[file];
    return { text, topic: title, answers: [answers], ...(file === 'qa' && { question }) };
  });
  return shelved(rows, {
    language,
    origin: { path: `built-in portraits, ${language}`, texts: 'portraits', file, version: PORTRAITS_VERSION, seed, count },
  });
}

function shelved(
  rows: readonly PairRow[],
  { language, origin }: { readonly language: string; readonly origin: { readonly [key: string]: Json } },
): PairTexts {
  const documents = new Map<string, number>();
  const entries = rows.map(({ text, ...row }): PairEntry => {
    const document = documents.get(text.trim()) ?? documents.size;
    documents.set(text.trim(), document);
    return { document, ...row };
  });
  return { corpus: corpusOf([...documents.keys()], { language, origin: { kind: 'data', family: 'm4le', ...origin } }), entries };
}
