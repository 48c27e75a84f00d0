import { z } from 'zod';
import { readNumber } from '../../scoring/index.ts';
import { lettersFor, SCORER_NAMES } from './scorers.ts';

const HOLDS_TEXT = /\P{White_Space}/u;
const CONTROL = /\p{Cc}/u;

const words = z.string().refine((value) => HOLDS_TEXT.test(value), 'holds no text');
const label = words.max(200).refine((value) => !CONTROL.test(value), 'holds control characters');
/** Tables list tags with commas. */
const tag = label.refine((value) => !value.includes(','), 'holds a comma');
/** One or a list. */
const list = <T extends z.ZodType>(item: T) => z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1));
/** Numbers and truth values are read as the text that they are written as. */
const written = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value), item);

/** A one-line text that begins like a path, or ends like the name of a text file, is a path. */
const PATH = /^(?:\.{1,2}[\\/]|\/|[A-Za-z]:[\\/])[^\n\r]*$|^[^\n\r]{1,1000}\.(?:txt|md|jsonl)$/i;

/** A text given in place, or a path relative to the question file. `evidence`: the answer needs it (default true). */
const document = z.preprocess(
  (value) => (typeof value === 'string' ? (PATH.test(value) ? { path: value } : { text: value }) : value),
  z
    .strictObject({ text: words.optional(), path: z.string().min(1).optional(), evidence: z.boolean().default(true) })
    .refine(({ text, path }) => (text === undefined) !== (path === undefined), 'give either a text or a path'),
);

const fields = z.strictObject({
  id: written(label).optional(),
  documents: list(document).optional(),
  question: words,
  expected: list(written(words)),
  scorer: z.enum(SCORER_NAMES).optional(),
  choices: z
    .array(written(words))
    .min(2)
    .max(26)
    .refine((all) => new Set(all).size === all.length, 'two choices are the same')
    .optional(),
  instruction: words.optional(),
  maxTokens: z.int().min(1).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, 'expected a code such as en or zh')
    .optional(),
  tags: list(tag).optional(),
});

/** Names of the fields of a row. */
export const FIELD_NAMES: readonly string[] = Object.keys(fields.shape);

/** A row of a question file, checked; see README.md for what the fields mean. */
export const questionRowSchema = fields
  .transform((row) => ({ ...row, scorer: row.scorer ?? (row.choices ? ('choice' as const) : ('contains' as const)) }))
  .superRefine(({ scorer, choices, expected }, context) => {
    const issue = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (scorer === 'choice' && !choices) issue('choices', 'the scorer choice needs the options');
    if (scorer !== 'choice' && choices) issue('scorer', 'choices are scored by choice');
    if (scorer === 'number' && expected.some((each) => readNumber(each) === null)) issue('expected', 'the scorer number needs numbers');
    const lost = choices && expected.find((each) => letterOf(each, choices) === undefined);
    if (lost !== undefined) issue('expected', `${JSON.stringify(lost)} is none of the choices and no letter of one`);
  })
  .transform((row) => ({
    ...row,
    expected: row.choices ? row.expected.map((each) => letterOf(each, row.choices!)!) : row.expected,
    documents: row.documents ?? [],
    tags: row.tags ?? [],
  }));

/** A row as the file gives it. */
export type QuestionRow = z.output<typeof questionRowSchema>;

/** The letter of an option that is named by its text or its letter; the text goes first. */
function letterOf(expected: string, choices: readonly string[]): string | undefined {
  const letters = lettersFor(choices.length);
  const at = choices.indexOf(expected);
  if (at !== -1) return letters[at];
  return expected.length === 1 && letters.includes(expected) ? expected : undefined;
}
