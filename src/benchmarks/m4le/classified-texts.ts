import { resolve } from 'node:path';
import { z } from 'zod';
import { FathomError, type Corpus, type CorpusSource } from '../../core/index.ts';
import { findDataFile, requireRows, streamRows, type BadRows } from '../../datasets/index.ts';
import { corpusOf, detectLanguage } from '../../text/index.ts';
import { makeNotices, NOTICES_VERSION } from './notices.ts';

/** Own texts with their classes, in the folder of `--data`. */
export const TEXTS_FILE = 'texts.jsonl';

/** A row of them. */
const rowSchema = z.object({ text: z.string().regex(/\S/, 'no text'), label: z.string().trim().min(1) });

/** Texts of one language, a document each, and the class of each. */
export interface ClassifiedTexts {
  readonly corpus: Corpus;
  readonly labels: readonly string[];
}

/** Where classified texts come from. */
export interface TextsOptions {
  readonly dataDir?: string;
  readonly badRows: BadRows;
  readonly language: string;
  readonly seed: number;
  /** Of built-in notices. */
  readonly count: number;
}

/**
 * The user's classified texts in a language, each once with the class of its first row; built-in notices where the folder has no file of them. Undefined
 * where the file has none in the language. Rejects with FathomError `data` for bad rows.
 */
export async function openClassified({ dataDir, badRows, language, seed, count }: TextsOptions): Promise<ClassifiedTexts | undefined> {
  const file = dataDir === undefined ? undefined : findDataFile(dataDir, [TEXTS_FILE]);
  return file === undefined ? builtIn({ language, seed, count }) : readClassified(file, { badRows, language });
}

/** The same from a recorded origin. */
export async function reopenClassified({ origin, language }: CorpusSource): Promise<Corpus> {
  if (origin['texts'] === 'notices') {
    if (origin['version'] === NOTICES_VERSION)
      return builtIn({ language, seed: Number(origin['seed']), count: Number(origin['count']) }).corpus;
    throw new FathomError('data', 'This version of Fathom makes other notices than those of the run.', {
      fix: 'Use the version of Fathom that made the run (see `fathom runs`), or start a new run.',
    });
  }
  const texts = await readClassified(String(origin['path']), { badRows: origin['badRows'] === 'skip' ? 'skip' : 'fail', language });
  if (texts) return texts.corpus;
  throw new FathomError('data', `${String(origin['path'])} has no text in ${language}.`, {
    fix: 'Bring back the old file, or start a new run.',
  });
}

function builtIn({ language, seed, count }: { readonly language: string; readonly seed: number; readonly count: number }): ClassifiedTexts {
  const notices = makeNotices({ language, seed, count });
  const origin = {
    kind: 'data',
    family: 'm4le',
    path: `built-in notices, ${language}`,
    texts: 'notices',
    version: NOTICES_VERSION,
    seed,
    count,
  };
  return {
    corpus: corpusOf(
      notices.map(({ text }) => text),
      { language, origin },
    ),
    labels: notices.map(({ label }) => label),
  };
}

async function readClassified(
  file: string,
  { badRows, language }: { readonly badRows: BadRows; readonly language: string },
): Promise<ClassifiedTexts | undefined> {
  const labels = new Map<string, string>();
  for await (const read of requireRows(streamRows({ path: file }, rowSchema), { file, badRows })) {
    if ('problem' in read || detectLanguage(read.row.text) !== language) continue;
    const text = read.row.text.trim();
    if (!labels.has(text)) labels.set(text, read.row.label);
  }
  if (labels.size === 0) return undefined;
  const origin = { kind: 'data', family: 'm4le', path: resolve(file), texts: 'classified', badRows };
  return { corpus: corpusOf([...labels.keys()], { language, origin }), labels: [...labels.values()] };
}
