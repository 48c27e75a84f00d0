import { basename, dirname } from 'node:path';
import { z } from 'zod';
import type { JsonlRow } from '../../datasets/index.ts';

/** A stored answer, read from a row of `<task>.pred.jsonl`. */
export interface Prediction {
  readonly query: string | undefined;
  /** The row's own gold answer, where it carries one. */
  readonly gold: string | undefined;
  readonly answer: string;
  readonly evaluation: string;
}

/** What the scorer needs of a row; the answer stands under `<model>_pred`. */
export const predictionRowSchema = z.looseObject({
  query: z.string().optional(),
  gt: z.string().optional(),
  evaluation: z.string(),
});

type Row = z.infer<typeof predictionRowSchema>;

/** Finds the answer of a row: its only key that ends in `_pred`, or that of the model which the folder is named after. */
export function readPrediction(read: JsonlRow<Row>, file: string): JsonlRow<Prediction> {
  if (!('row' in read)) return read;
  const { line, row } = read;
  const keys = Object.keys(row).filter((key) => key.endsWith('_pred'));
  const own = `${basename(dirname(file))}_pred`;
  const key = keys.length === 1 ? keys[0]! : keys.find((each) => each === own);
  if (key === undefined)
    return { line, problem: keys.length === 0 ? 'there is no key MODEL_pred' : `several predictions: ${JSON.stringify(keys)}` };
  const answer = row[key];
  if (typeof answer !== 'string')
    return { line, problem: `at ${JSON.stringify(key)}: expected a string, received ${answer === null ? 'null' : typeof answer}` };
  return { line, row: { query: row.query, gold: row.gt, answer, evaluation: row.evaluation } };
}
