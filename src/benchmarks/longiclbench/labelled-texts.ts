import { resolve } from 'node:path';
import { z } from 'zod';
import { FathomError, type CorpusSource } from '../../core/index.ts';
import { findDataFile, requireRows, streamRows, type BadRows } from '../../datasets/index.ts';
import { detectLanguage } from '../../text/index.ts';
import type { LabelledText } from './labelled-text.ts';
import { makeRequests, REQUESTS_VERSION } from './make-requests.ts';

/** Own texts with their labels, in the folder of `--data`. */
export const EXAMPLES_FILE = 'examples.jsonl';

const oneLine = z
  .string()
  .regex(/\S/, 'nothing in it')
  .transform((text) => text.trim().split(/\s+/).join(' '));
const rowSchema = z.object({ text: oneLine, label: oneLine });

/** Labelled texts of a language, each text once, and where they come from. */
export interface LabelledTexts {
  readonly texts: readonly LabelledText[];
  readonly origin: { readonly [key: string]: string | number };
}

/**
 * The user's texts in a language, each once with the label of its first row; built-in requests where no folder is named or it has no file of them. None where
 * the file has none in the language. Rejects with FathomError `data` for bad rows.
 */
export async function openLabelled({
  dataDir,
  badRows,
  language,
  seed,
  perLabel,
}: {
  readonly dataDir?: string;
  readonly badRows: BadRows;
  readonly language: 'en' | 'zh';
  readonly seed: number;
  /** Of built-in requests. */
  readonly perLabel: number;
}): Promise<LabelledTexts> {
  const file = dataDir === undefined ? undefined : findDataFile(dataDir, [EXAMPLES_FILE]);
  if (file === undefined) {
    const origin = { path: `built-in requests, ${language}`, texts: 'requests', version: REQUESTS_VERSION, perLabel };
    return { texts: makeRequests({ language, seed, perLabel }), origin };
  }
  return readLabelled(file, { badRows, language });
}

/** The same from a recorded origin. Rejects with FathomError `data` where this version makes other requests. */
export async function reopenLabelled(
  origin: CorpusSource['origin'],
  { language, seed }: { readonly language: 'en' | 'zh'; readonly seed: number },
): Promise<LabelledTexts> {
  if (origin['texts'] === 'labelled')
    return readLabelled(String(origin['path']), { badRows: origin['badRows'] === 'skip' ? 'skip' : 'fail', language });
  if (origin['version'] === REQUESTS_VERSION)
    return openLabelled({ badRows: 'fail', language, seed, perLabel: Number(origin['perLabel']) });
  throw new FathomError('data', 'This version of Fathom makes other requests than those of the run.', {
    fix: 'Use the version of Fathom that made the run (see `fathom runs`), or start a new run.',
  });
}

async function readLabelled(
  file: string,
  { badRows, language }: { readonly badRows: BadRows; readonly language: string },
): Promise<LabelledTexts> {
  const labels = new Map<string, string>();
  for await (const read of requireRows(streamRows({ path: file }, rowSchema), { file, badRows })) {
    if ('problem' in read || detectLanguage(read.row.text) !== language) continue;
    if (!labels.has(read.row.text)) labels.set(read.row.text, read.row.label);
  }
  return { texts: [...labels].map(([text, label]) => ({ text, label })), origin: { path: resolve(file), texts: 'labelled', badRows } };
}
