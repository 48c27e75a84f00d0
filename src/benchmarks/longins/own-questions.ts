import { resolve } from 'node:path';
import { z } from 'zod';
import { findDataFile, requireRows, streamRows, type BadRows } from '../../datasets/index.ts';
import { detectLanguage } from '../../text/index.ts';

/** Own answered questions, in the folder of `--data`. */
export const QUESTIONS_FILE = 'questions.jsonl';

const line = z
  .string()
  .regex(/\S/, 'nothing in it')
  .transform((text) => text.trim().split(/\s+/).join(' '));
const rowSchema = z.object({ question: line, answer: line, wrong: line.optional(), task: line.optional() });

/** A question of the user; `task`: what its instruction is, one for all without it. */
export type OwnQuestion = z.output<typeof rowSchema>;

/** The path of the user's questions, if the folder has any. */
export function findQuestions(dataDir: string): string | undefined {
  const file = findDataFile(dataDir, [QUESTIONS_FILE]);
  return file && resolve(file);
}

/** Those of a language, each once. Rejects with FathomError `data` for bad rows. */
export async function readQuestions(
  file: string,
  { badRows, language }: { readonly badRows: BadRows; readonly language: string },
): Promise<OwnQuestion[]> {
  const rows = new Map<string, OwnQuestion>();
  for await (const read of requireRows(streamRows({ path: file }, rowSchema), { file, badRows }))
    if ('row' in read && detectLanguage(read.row.question) === language && !rows.has(read.row.question))
      rows.set(read.row.question, read.row);
  return [...rows.values()];
}
