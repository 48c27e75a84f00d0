import { resolve } from 'node:path';
import { FathomError, type Corpus, type CorpusSource, type Json } from '../../core/index.ts';
import { findDataFile, requireRows, streamRows, type BadRows } from '../../datasets/index.ts';
import { corpusOf, detectLanguage } from '../../text/index.ts';
import { dumpRowSchema, type DumpRow } from './dump-row.ts';
import { HOW_TO_VERSION, makeHowTo } from './how-to.ts';

/** Own questions with their answers, in the folder of `--data`. */
export const QUESTIONS_FILE = 'answered.jsonl';

/** A question and its answers, each a document of the corpus. */
export interface DumpQuestion {
  readonly question: string;
  readonly answers: readonly number[];
  /** The accepted one, else the only one with the highest score; absent: there is no best one. */
  readonly best?: number;
}

/** Questions of one language, and the texts of all their answers, each once. */
export interface QuestionDump {
  readonly corpus: Corpus;
  readonly questions: readonly DumpQuestion[];
}

/** Where questions come from. */
export interface DumpOptions {
  readonly dataDir?: string;
  readonly badRows: BadRows;
  readonly language: 'en' | 'zh';
  readonly seed: number;
  /** Of built-in questions. */
  readonly count: number;
}

/**
 * The user's questions in a language, by the language of the question; built-in ones where the folder has no file of them. Undefined where the file has none in the
 * language. Rejects with FathomError `data` for bad rows.
 */
export async function openDump({ dataDir, badRows, language, seed, count }: DumpOptions): Promise<QuestionDump | undefined> {
  const file = dataDir === undefined ? undefined : findDataFile(dataDir, [QUESTIONS_FILE]);
  return file === undefined ? builtIn({ language, seed, count }) : readDump(file, { badRows, language });
}

/** The answers again from a recorded origin. */
export async function reopenDump({ origin, language }: CorpusSource): Promise<Corpus> {
  if (origin['texts'] === 'how-to') {
    if (origin['version'] === HOW_TO_VERSION && (language === 'en' || language === 'zh'))
      return builtIn({ language, seed: Number(origin['seed']), count: Number(origin['count']) }).corpus;
    throw new FathomError('data', 'This version of Fathom makes other questions than those of the run.', {
      fix: 'Use the version of Fathom that made the run (see `fathom runs`), or start a new run.',
    });
  }
  const dump = await readDump(String(origin['path']), { badRows: origin['badRows'] === 'skip' ? 'skip' : 'fail', language });
  if (dump) return dump.corpus;
  throw new FathomError('data', `${String(origin['path'])} has no question in ${language}.`, {
    fix: 'Bring back the old file, or start a new run.',
  });
}

function builtIn({ language, seed, count }: Pick<DumpOptions, 'language' | 'seed' | 'count'>): QuestionDump {
  const dump = collector();
  for (const row of makeHowTo({ language, seed, count })) dump.add(row);
  return dump.finish(language, { path: `built-in questions, ${language}`, texts: 'how-to', version: HOW_TO_VERSION, seed, count });
}

async function readDump(
  file: string,
  { badRows, language }: { readonly badRows: BadRows; readonly language: string },
): Promise<QuestionDump | undefined> {
  const dump = collector();
  for await (const read of requireRows(streamRows({ path: file }, dumpRowSchema), { file, badRows }))
    if ('row' in read && detectLanguage(read.row.question) === language) dump.add(read.row);
  return dump.isEmpty() ? undefined : dump.finish(language, { path: resolve(file), texts: 'questions', badRows });
}

function collector() {
  const numbers = new Map<string, number>();
  const questions: DumpQuestion[] = [];
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return {
    isEmpty: () => questions.length === 0,
    add({ question, answers }: DumpRow) {
      const best = bestOf(answers);
      const own = [...new Set(answers.map(({ text }) => numberOf(text.trim())))];
      questions.push({ question: question.trim(), answers: own, ...(best !== undefined && { best: numberOf(best.trim()) }) });
    },
    finish: (language: string, origin: { readonly [key: string]: Json }): QuestionDump => ({
      corpus: corpusOf([...numbers.keys()], { language, origin: { kind: 'data', family: 'ada-leval', ...origin } }),
      questions,
    }),
  };
}

function bestOf(answers: DumpRow['answers']): string | undefined {
  const accepted = answers.find((answer) => answer.accepted);
  if (accepted) return accepted.text;
  const scores = answers.map(({ score = -Infinity }) => score);
  const most = Math.max(...scores);
  return most > -Infinity && scores.filter((score) => score === most).length === 1 ? answers[scores.indexOf(most)]!.text : undefined;
}
