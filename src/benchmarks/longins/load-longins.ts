import { z } from 'zod';
import {
  loadLevels,
  loadRowFile,
  textBlock,
  type DataSettings,
  type DocumentData,
  type DocumentQuestion,
  type Frame,
  type RowFiles,
  type RowPlace,
} from '../../datasets/index.ts';

/** A mode of LongIns: one instruction for all items of a task; one inside of each item, of one task (LIST) or of several (LIMT). */
export type LongInsMode = 'GIST' | 'LIST' | 'LIMT';

export const MODES: readonly LongInsMode[] = ['GIST', 'LIST', 'LIMT'];

/** Lengths in tokens; a file is `<MODE>/<level>.json`. */
export const LEVELS = ['256', '512', '1024', '2048', '4096', '8192', '16384'] as const;

/** Room for an answer: ours. */
export const MAX_TOKENS = 512;

const itemSchema = z.object({ task_prompt: z.string().optional(), Data: z.string(), error: z.array(z.int()) });

/** A file is an object; its entries are the rows. */
const rowSchema = z.record(z.string(), itemSchema).transform((entry, context) => {
  const [found] = Object.entries(entry);
  if (found !== undefined) return { key: found[0], ...found[1] };
  context.addIssue({ code: 'custom', message: 'an entry without a name' });
  return z.NEVER;
});

type Row = z.output<typeof rowSchema>;

/** The files of LongIns: a list of numbered questions with answers, some of them wrong, an entry. */
export const LONGINS_FILES: RowFiles<Row> = { family: 'longins', language: 'en', schema: rowSchema, textOf: ({ Data: data }) => data };

/** The lists of a mode, level by level. */
export function loadLongIns(mode: LongInsMode, settings: DataSettings): AsyncGenerator<DocumentData, void> {
  return loadLevels(LEVELS, (level) => {
    const name = `${mode}/${level}.json`;
    const questionsOf = (row: Row, place: RowPlace) => [questionOf(mode, row, place)];
    return loadRowFile(LONGINS_FILES, { names: [name, `data/${name}`], archives: ['data.zip'], questionsOf }, settings);
  });
}

function questionOf(mode: LongInsMode, row: Row, { row: number, document }: RowPlace): DocumentQuestion {
  return {
    id: String(number),
    language: 'en',
    document,
    frames: [frameOf(mode, row.task_prompt ?? '')],
    output: { maxTokens: MAX_TOKENS, temperature: 0 },
    target: row.error,
    facts: { key: row.key },
  };
}

/* The published layout (config/GIST.yaml, LIST.yaml) in our own words: introduction, instruction of the task (GIST), list, what to answer. LIMT, whose
   wording is not published, is asked as LIST. */
function frameOf(mode: LongInsMode, instruction: string): Frame {
  const before =
    mode === 'GIST'
      ? `You check answers. This is the task that was set:\n\n${instruction.trim()}\n\nBelow are numbered questions of it, each with the answer that was given. Some answers are wrong.\n\n`
      : 'You check answers. Below are numbered questions, each with its own instruction and the answer that was given. Some answers are wrong.\n\n';
  return {
    before: [textBlock('instruction', before)],
    after: [
      textBlock('question', '\n\nWhich questions have a wrong answer?'),
      textBlock('format', ' Give their numbers in one pair of square brackets with commas between, such as [3, 8], and nothing else.'),
    ],
  };
}
