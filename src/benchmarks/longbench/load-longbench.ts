import { z } from 'zod';
import { loadRowFile, type DataSettings, type DocumentData, type RowFiles, type RowPlace } from '../../datasets/index.ts';
import { readLongBenchPrompts, type LongBenchPrompts } from './prompt-pack.ts';
import { frameOf } from './prompts.ts';
import type { LongBenchTask } from './tasks.ts';

const rowSchema = z.object({
  input: z.string(),
  context: z.string(),
  answers: z.array(z.string()).min(1),
  length: z.number(),
  language: z.string(),
  all_classes: z.array(z.string()).nullish(),
  _id: z.string().optional(),
});

type Row = z.infer<typeof rowSchema>;

/** The files of LongBench and LongBench-E: a question with its text a row. */
export const LONGBENCH_FILES = {
  longbench: filesOf('longbench'),
  'longbench-e': filesOf('longbench-e'),
};

function filesOf(family: string): RowFiles<Row> {
  return { family, language: 'und', schema: rowSchema, textOf: ({ context }) => context };
}

/** The questions of a data set, out of the unpacked files or of `data.zip`; a file that is not there is told as skipped. */
export async function* loadLongBench(
  task: LongBenchTask,
  family: 'longbench' | 'longbench-e',
  settings: DataSettings,
): AsyncGenerator<DocumentData, void> {
  const name = `${task.id}${family === 'longbench-e' ? '_e' : ''}.jsonl`;
  const pack = settings.prompts === undefined ? undefined : await readLongBenchPrompts(settings.prompts, task.id);
  const isEven = family === 'longbench-e';
  const questionsOf = (row: Row, place: RowPlace) => [questionOf(task, row, { ...place, isEven, ...(pack && { pack }) })];
  yield* loadRowFile(LONGBENCH_FILES[family], { names: [name, `data/${name}`], archives: ['data.zip'], questionsOf }, settings);
}

function questionOf(
  task: LongBenchTask,
  row: Row,
  { line, document, isEven, pack }: RowPlace & { readonly isEven: boolean; readonly pack?: LongBenchPrompts },
): DocumentData['questions'][number] {
  return {
    id: String(line),
    language: task.language === 'zh' ? 'zh' : 'en',
    document,
    frames: [pack?.frame(row.input) ?? frameOf(task.id, row.input)],
    // Published: the new line ends a summary of samsum.
    output: { maxTokens: pack?.maxTokens ?? task.maxTokens, temperature: 0, ...(task.id === 'samsum' && { stop: ['\n'] }) },
    target: row.answers,
    cell: { ...(task.language === 'code' && { code: row.language }), ...(isEven && { words: binOf(row.length) }) },
    facts: {
      ...(row.all_classes && { classes: row.all_classes }),
      ...(row._id !== undefined && { id: row._id }),
      ...(pack && { promptPack: pack.digest }),
    },
  };
}

/** LongBench-E's bins of a text's length in words or Chinese characters. */
function binOf(length: number): string {
  if (length < 4000) return '0-4k';
  return length < 8000 ? '4-8k' : '8k+';
}
