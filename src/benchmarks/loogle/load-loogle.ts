import { z } from 'zod';
import { loadRowFile, type DataSettings, type DocumentData, type RowFiles, type RowPlace } from '../../datasets/index.ts';
import { readLooglePrompts, type LooglePrompts } from './prompt-pack.ts';
import { frameOf } from './prompts.ts';
import { readPairs, type QuestionPair } from './question-pairs.ts';
import type { LoogleTask } from './tasks.ts';

/** Where a task's file stands: in the folder, in the unpacked data, or among the repository's samples. */
const FOLDERS = ['', 'data/', 'LooGLE-testdata/'];

/** A row with its questions. A summary is asked for without one: its answer is the `output`. */
interface Row {
  readonly text: string;
  readonly output: string;
  readonly pairs: readonly QuestionPair[];
}

const rowSchema = z
  .object({ input: z.string(), qa_pairs: z.unknown(), output: z.string() })
  .transform(({ input, qa_pairs: field, output }, context): Row => {
    const pairs = readPairs(field ?? 'none');
    if ('problem' in pairs) {
      context.addIssue({ code: 'custom', path: ['qa_pairs'], message: pairs.problem });
      return z.NEVER;
    }
    return { text: input, pairs, output };
  });

/** The files of LooGLE: a text a row. */
export const LOOGLE_FILES: RowFiles<Row> = { family: 'loogle', language: 'en', schema: rowSchema, textOf: ({ text }) => text };

/** The questions of a task; a file that is not there is told as skipped. */
export async function* loadLoogle(task: LoogleTask, settings: DataSettings): AsyncGenerator<DocumentData, void> {
  const names = FOLDERS.map((folder) => `${folder}${task.id}.jsonl`);
  const pack = settings.prompts === undefined ? undefined : await readLooglePrompts(settings.prompts, task.id);
  const own = (row: Row, place: RowPlace) => questionsOf(task, row, { ...place, ...(pack && { pack }) });
  const questions = { names, archives: ['data.zip'], questionsOf: own };
  yield* loadRowFile(LOOGLE_FILES, questions, settings);
}

function questionsOf(
  task: LoogleTask,
  row: Row,
  { line, document, pack }: RowPlace & { readonly pack?: LooglePrompts },
): DocumentData['questions'] {
  const isSummary = task.id === 'longdep_summarization';
  const pairs: readonly QuestionPair[] = row.pairs.length === 0 && isSummary ? [{ Q: '', A: row.output }] : row.pairs;
  if (pairs.length === 0) return [{ id: String(line), skipped: { reason: 'no-question', detail: 'the row has a text and no question' } }];
  return pairs.map(({ Q, A, S, type }, i) => ({
    id: `${line}/${i + 1}`,
    language: 'en',
    document,
    frames: [pack?.frame(Q) ?? frameOf(task, Q)],
    output: { maxTokens: task.maxTokens, temperature: 0 },
    target: A,
    ...(type !== undefined && { cell: { type } }),
    facts: { ...(S !== undefined && { evidence: [S].flat() }), ...(pack && { promptPack: pack.digest }) },
  }));
}
