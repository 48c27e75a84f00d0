import { z } from 'zod';
import { FathomError, nearestName, type JsonObject } from '../../core/index.ts';

const list = <T extends z.ZodType>(item: T) => z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1));
const numbers = (item: z.ZodNumber) => list(item).transform((all) => [...new Set(all)].sort((a, b) => a - b));

const schema = z
  .strictObject({
    lengths: numbers(z.int().min(1)),
    depths: numbers(z.number().min(0).max(100)),
    languages: list(z.string().min(1)),
    repeats: z.int().min(1),
    position: z.enum(['end', 'start']),
    maxTokens: z.int().min(1),
    ids: list(z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string())),
  })
  .partial();

/** Options after defaults. */
export interface QuestionSettings {
  /** Absent: the documents are the prompt, as they are. */
  readonly lengths?: readonly number[];
  readonly depths: readonly number[];
  /** Absent: questions in any language. */
  readonly languages?: readonly string[];
  readonly repeats: number;
  readonly position: 'end' | 'start';
  /** Room for an answer; absent: what the row says, else {@link DEFAULT_MAX_TOKENS}. */
  readonly maxTokens?: number;
  /** Absent: all questions of the file. */
  readonly ids?: readonly string[];
}

export const DEFAULT_MAX_TOKENS = 512;
const DEPTHS = [0, 25, 50, 75, 100];

/** Reads the options of a question file. Throws FathomError `misuse` that names what was found and what is allowed. */
export function readQuestionOptions(options: JsonObject): QuestionSettings {
  const result = schema.safeParse(options);
  if (!result.success) throw refusal(options, result.error.issues[0]!);
  const { depths, repeats, position, ...given } = result.data;
  if (depths !== undefined && given.lengths === undefined)
    throw new FathomError('misuse', 'Depths need a length: without one the documents are the prompt as they are.', {
      fix: 'Add --lengths 8k (the documents are hidden in a haystack of that length), or leave the depths out.',
    });
  return { ...defined(given), depths: depths ?? DEPTHS, repeats: repeats ?? 1, position: position ?? 'end' };
}

/** The entries that are there: an option that is undefined is absent. */
function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function refusal(options: JsonObject, issue: z.core.$ZodIssue): FathomError {
  const known = Object.keys(schema.shape);
  if (issue.code !== 'unrecognized_keys') {
    const key = String(issue.path[0] ?? '');
    return new FathomError('misuse', `Own questions cannot use ${key}: ${JSON.stringify(options[key])}.`, { fix: `${issue.message}.` });
  }
  const nearest = nearestName(issue.keys[0]!, known);
  return new FathomError('misuse', `Own questions have no option ${JSON.stringify(issue.keys[0])}.`, {
    fix: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}Options: ${known.join(', ')}. Benchmarks with other options take a run of their own.`,
  });
}
