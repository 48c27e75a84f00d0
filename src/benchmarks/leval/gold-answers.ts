import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { readJsonl } from '../../datasets/index.ts';

/** A question of the data with its gold answer. */
export interface GoldAnswer {
  readonly instruction: string;
  readonly output: string;
  readonly evaluation: string;
}

/** Where the data's repository keeps a task's file. */
const FOLDERS = ['.', 'Closed-ended-tasks', 'Open-ended-tasks'];

const documentSchema = z
  .object({ instructions: z.array(z.string()), outputs: z.array(z.string()), evaluation: z.string() })
  .refine(({ instructions, outputs }) => instructions.length === outputs.length, 'instructions and outputs differ in number');

/** All questions of a task in the order of its file. Rejects with FathomError `missing` where the folder has no file of that task. */
export async function readGoldAnswers(folder: string, task: string): Promise<readonly GoldAnswer[]> {
  const file = FOLDERS.map((each) => join(folder, each, `${task}.jsonl`)).find((path) => existsSync(path));
  if (file === undefined)
    throw new FathomError('missing', `There is no ${task}.jsonl in ${folder}.`, {
      fix: 'Name the folder LEval-data of L-Eval: --data DIR.',
    });
  const documents = await readJsonl(file, documentSchema);
  return documents.flatMap(({ instructions, outputs, evaluation }) =>
    instructions.map((instruction, i) => ({ instruction, output: outputs[i]!, evaluation })),
  );
}

/**
 * The gold answer of the row at a place: predictions stand in the order of the data (either all questions, or all of one evaluation). The question
 * must be that of the row, or part of it. Gives the answer, or the problem.
 */
export function goldAt(
  golds: readonly GoldAnswer[],
  { place, rows, query, evaluation }: { place: number; rows: number; query: string | undefined; evaluation: string },
): { readonly gold: string } | { readonly problem: string } {
  const same = golds.filter((each) => each.evaluation === evaluation);
  const order = [golds, same].find((each) => each.length === rows);
  if (order === undefined)
    return { problem: `no gt, and the data has ${same.length} questions of ${JSON.stringify(evaluation)} for ${rows} rows` };
  const { instruction, output } = order[place]!;
  const alike = query === undefined || query.includes(instruction.trim()) || instruction.includes(query.trim());
  return alike ? { gold: output } : { problem: `no gt, and question ${place + 1} of the data is another one` };
}
