import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FathomError } from '../../core/index.ts';
import { readJsonlRows } from '../../datasets/index.ts';
import { predictionRowSchema, readPrediction, type Prediction } from './prediction-row.ts';
import type { LevalTask } from './tasks.ts';

/** Answers of another model to the questions of a task. */
export interface OtherAnswers {
  /** The answer to a question with this gold answer; undefined where none is on file. */
  find(question: { readonly instruction: string; readonly gold: string }): string | undefined;
}

/**
 * Reads answers that a judge compares with, from a file as L-Eval's own code writes it (`query`, `gt`, `MODEL_pred`), or from a folder of `<task>.pred.jsonl`; a
 * folder without the task's file holds none. Broken rows are left out. Rejects with FathomError `missing` where there is neither file nor folder.
 */
export async function readOtherAnswers(path: string, { id }: LevalTask): Promise<OtherAnswers> {
  const found = await stat(path).catch(() => undefined);
  if (!found)
    throw new FathomError('missing', `There are no answers to compare with at ${path}.`, {
      fix: 'Name a file of L-Eval predictions, or a folder of <task>.pred.jsonl files: --set against=PATH.',
    });
  const file = found.isDirectory() ? join(path, `${id}.pred.jsonl`) : path;
  const isThere = !found.isDirectory() || (await stat(file).catch(() => undefined)) !== undefined;
  const rows = isThere ? (await readJsonlRows(file, predictionRowSchema)).map((row) => readPrediction(row, file)) : [];
  return answersIn(rows.flatMap((read) => ('row' in read ? [read.row] : [])));
}

/** Answers by their gold answer, then by the question, which a prediction's `query` holds. */
function answersIn(predictions: readonly Prediction[]): OtherAnswers {
  const byGold = Map.groupBy(predictions, ({ gold }) => gold?.trim());
  return {
    find({ instruction, gold }) {
      const asked = instruction.trim();
      return byGold.get(gold.trim())?.find(({ query }) => query === undefined || query.includes(asked))?.answer;
    },
  };
}
