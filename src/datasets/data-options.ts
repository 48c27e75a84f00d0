import { resolve } from 'node:path';
import { z } from 'zod';
import { FathomError, nearestName, type JsonObject } from '../core/index.ts';
import { requireDataFolder } from './require-folder.ts';
import type { BadRows } from './rows/require-rows.ts';

const list = <T extends z.ZodType>(item: T) => z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1));

const schema = z
  .strictObject({
    dataDir: z.string().min(1),
    mode: z.enum(['corrected', 'compat']),
    lengths: list(z.int().min(1)).transform((all) => [...new Set(all)].sort((a, b) => a - b)),
    languages: list(z.string().min(1)),
    repeats: z.int().min(1),
    maxTokens: z.int().min(1),
    badRows: z.enum(['fail', 'skip']),
    prompts: z.string().min(1),
    variant: z.string().min(1),
    judged: z.boolean(),
    against: z.string().min(1),
  })
  .partial();

/** Options of a task on data files, after defaults. */
export interface DataSettings {
  readonly dataDir: string;
  readonly mode: 'corrected' | 'compat';
  /** Documents are cut for prompts of at most so many tokens, each question once for each. Absent: cut for the model's window only. */
  readonly lengths?: readonly number[];
  /** Absent: all languages of the data. */
  readonly languages?: readonly string[];
  /** How often each prompt is asked. */
  readonly repeats: number;
  /** Room for an answer; absent: what the benchmark publishes. */
  readonly maxTokens?: number;
  readonly badRows: BadRows;
  /** File or folder with the user's own wording. */
  readonly prompts?: string;
  /** Which of the published ways of asking. Absent: the first. */
  readonly variant?: string;
  /** Questions that the benchmark leaves to a judge are asked too. */
  readonly judged: boolean;
  /** File or folder of stored answers that a judge compares the model's with. Absent: the gold answers. */
  readonly against?: string;
}

/** What such a task is called, and where its data is fetched from, for messages. */
export interface DataFamily {
  readonly title: string;
  readonly source: string;
  /** It takes a prompt pack (option `prompts`). */
  readonly takesPrompts?: true;
  /** Ways of asking (option `variant`), the default first. */
  readonly variants?: readonly string[];
  /** A judge compares its answers in pairs: it has the options `judged` and `against`. */
  readonly hasPairs?: true;
}

/** Reads the options of a task on data files. Throws FathomError `misuse` that names what was found, what is allowed, or where the data is. */
export function readDataOptions(options: JsonObject, family: DataFamily): DataSettings {
  const result = schema.safeParse(options);
  if (!result.success) throw refusal(options, result.error.issues[0]!, family);
  const foreign = family.hasPairs ? undefined : PAIR_OPTIONS.find((key) => options[key] !== undefined);
  if (foreign !== undefined) throw unknownOption(foreign, family);
  const {
    dataDir,
    mode = 'corrected',
    badRows = 'fail',
    repeats = 1,
    judged = false,
    lengths,
    languages,
    maxTokens,
    against,
    prompts,
    variant,
  } = result.data;
  if (prompts !== undefined && !family.takesPrompts) throw unknownOption('prompts', family);
  if (variant !== undefined && !family.variants?.includes(variant))
    throw family.variants ? otherVariant(variant, family) : unknownOption('variant', family);
  if (dataDir === undefined)
    throw new FathomError('misuse', `${family.title} is measured on its own data files, and none were named.`, {
      fix: `Fetch them from ${family.source} and name their folder: --data DIR.`,
    });
  requireDataFolder(dataDir);
  return {
    dataDir,
    mode,
    badRows,
    repeats,
    judged,
    ...(against !== undefined && { against: resolve(against) }),
    ...(lengths && { lengths }),
    ...(languages && { languages }),
    ...(maxTokens && { maxTokens }),
    ...(prompts !== undefined && { prompts }),
    ...(variant !== undefined && { variant }),
  };
}

const PAIR_OPTIONS = ['judged', 'against'];

function refusal(options: JsonObject, issue: z.core.$ZodIssue, family: DataFamily): FathomError {
  if (issue.code === 'unrecognized_keys') return unknownOption(issue.keys[0]!, family);
  const key = String(issue.path[0] ?? '');
  return new FathomError('misuse', `${family.title} cannot use ${key}: ${JSON.stringify(options[key])}.`, { fix: `${issue.message}.` });
}

function otherVariant(variant: string, { title, variants = [] }: DataFamily): FathomError {
  return new FathomError('misuse', `${title} has no variant ${JSON.stringify(variant)}.`, { fix: `Variants: ${variants.join(', ')}.` });
}

function unknownOption(key: string, { title, takesPrompts, variants, hasPairs }: DataFamily): FathomError {
  const known = Object.keys(schema.shape).filter(
    (name) => (name !== 'prompts' || takesPrompts) && (name !== 'variant' || variants) && (hasPairs || !PAIR_OPTIONS.includes(name)),
  );
  const nearest = nearestName(key, known);
  return new FathomError('misuse', `${title} has no option ${JSON.stringify(key)}.`, {
    fix: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}Options: ${known.join(', ')}. Benchmarks with other options take a run of their own.`,
  });
}
