import { z } from 'zod';
import type { Cell } from '../../core/index.ts';
import {
  loadRowFile,
  textBlock,
  type DataSettings,
  type DocumentData,
  type DocumentQuestion,
  type RowFiles,
} from '../../datasets/index.ts';
import { depthStep } from './gold-places.ts';
import type { M4leTask } from './tasks.ts';

/** Room for an answer: what the published code gives models behind an endpoint. (Local models get as many tokens as the bucket has words.) */
export const MAX_TOKENS = 128;

const FOLDERS = ['', 'data/'];

/** A row of a hub file. The input ends in the question and begins with a solved example. */
const rowSchema = z.object({
  instruction: z.string(),
  input: z.string(),
  answers: z.array(z.union([z.string(), z.number()]).transform(String)).min(1),
  length_bucket: z.number(),
  gold_index: z.unknown().optional(),
  n_para: z.unknown().optional(),
});

type Row = z.infer<typeof rowSchema>;

/** The files of a language: a prompt a row. */
export function m4leFiles(language: string): RowFiles<Row> {
  return { family: 'm4le', language, schema: rowSchema, textOf: ({ input }) => input };
}

/** The questions of a task; a file that is not there is told as skipped. */
export function loadM4le(task: M4leTask, settings: DataSettings): AsyncGenerator<DocumentData, void> {
  const names = namesOf(task, settings.mode);
  const places = FOLDERS.flatMap((folder) => names.map((name) => folder + name));
  return loadRowFile(m4leFiles(task.language), { names: places, questionsOf: (row, place) => [questionOf(task, row, place)] }, settings);
}

/**
 * Names that a task's file may have. The published evaluation finds eight tasks only under names that nothing else writes, and passes over them in
 * silence otherwise: `compat` does so too, `corrected` takes either name, and `clts` as its maker calls it.
 */
export function namesOf({ id, evaluatedAs }: M4leTask, mode: DataSettings['mode']): readonly string[] {
  if (mode === 'compat') return [`${evaluatedAs ?? id}.jsonl`];
  return [id, evaluatedAs ?? [], id === 'clts+' ? 'clts' : []].flat().map((name) => `${name}.jsonl`);
}

function questionOf({ language }: M4leTask, row: Row, at: { readonly line: number; readonly document: number }): DocumentQuestion {
  return {
    id: String(at.line),
    language,
    document: at.document,
    frames: [{ before: [textBlock('instruction', `${row.instruction}\n`)], after: [] }],
    output: { maxTokens: MAX_TOKENS, temperature: 0 },
    target: row.answers,
    cell: { bucket: row.length_bucket, ...depthCell(row) },
  };
}

/** Where the text stands that the answer is in, for rows that say so. */
function depthCell({ gold_index: gold, n_para: texts }: Row): Cell {
  if (typeof gold !== 'number' || typeof texts !== 'number' || !(gold >= 0 && gold < texts)) return {};
  return { depthPercent: depthStep(gold, texts) };
}
