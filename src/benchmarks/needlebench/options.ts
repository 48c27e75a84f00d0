import { z } from 'zod';
import { FathomError, nearestName, type JsonObject } from '../../core/index.ts';
import { DEPTHS_V2, PUBLISHED_REPEATS, suiteFor, SUITES, type HaystackTaskName, type Suite, type Version } from './suites.ts';

export type Mode = 'corrected' | 'compat';
export type Language = 'en' | 'zh';
export const QUESTION_TYPES = ['eldest', 'nth-ancestor', 'nth-descendant', 'distance'] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];
export const FORMS = ['v2', 'v1-ordered', 'v1-shuffled', 'choice'] as const;
export type Form = (typeof FORMS)[number];
export type TaskName = HaystackTaskName | 'ancestral-trace' | 'ancestral-trace-hard';

const list = <T extends z.ZodType>(item: T) => z.union([z.array(item).min(1), item.transform((one) => [one])]);
const numbers = <T extends z.ZodType<number>>(item: T) =>
  list(item).transform((all) => [...new Set(all as number[])].sort((a, b) => a - b));

/** Every option of the family. All tasks take the same ones; each uses those that concern it. */
const schema = z.strictObject({
  mode: z.enum(['corrected', 'compat']),
  version: z.enum(['v1', 'v2']),
  suite: z.string(),
  languages: list(z.enum(['en', 'zh'])).transform((all) => [...new Set(all)]),
  lengths: numbers(z.int().min(1)),
  depths: numbers(z.number().min(0).max(100)),
  repeats: z.int().min(1),
  position: z.enum(['end', 'start']),
  needles: numbers(z.int().min(2).max(1000)),
  retrievalNeedles: numbers(z.int().min(1).max(1000)),
  form: z.enum(FORMS),
  atcNeedles: numbers(z.int().min(2)),
  questions: list(z.enum(QUESTION_TYPES)),
  reasonedExamples: z.boolean(),
  branches: z.int().min(0),
  distractors: z.int().min(0),
  unanswerablePercent: z.number().min(0).max(100),
  buffer: z.int().min(0),
  guide: z.boolean(),
  trim: z.boolean(),
  dataDir: z.string().min(1),
  prompts: z.string().min(1),
  drawSeed: z.int().min(0),
  maxTokens: z.int().min(1),
});

/** Options after defaults and the suite. */
export interface Settings {
  readonly mode: Mode;
  readonly version: Version;
  readonly languages: readonly Language[];
  readonly lengths: readonly number[];
  readonly depths: readonly number[];
  readonly repeats: number;
  readonly position: 'end' | 'start';
  readonly needles: readonly number[];
  /** Absent: one needle per depth. */
  readonly retrievalNeedles?: readonly number[];
  readonly form: Form;
  readonly atcNeedles: readonly number[];
  readonly questions: readonly QuestionType[];
  readonly reasonedExamples: boolean;
  readonly branches: number;
  readonly distractors: number;
  readonly unanswerablePercent: number;
  /** Compat: tokens held back from the length. */
  readonly buffer: { readonly [language in Language]: number };
  readonly guide: boolean;
  readonly trim: boolean;
  readonly dataDir?: string;
  readonly prompts?: string;
  readonly drawSeed: number;
  readonly maxTokens: number;
}

const MAX_TOKENS: { readonly [task in TaskName]: number } = {
  'single-retrieval': 256,
  'multi-retrieval': 1024,
  'multi-reasoning': 2048,
  'ancestral-trace': 2048,
  'ancestral-trace-hard': 2048,
};

const ATC_NEEDLES: { readonly [form in Form]: readonly number[] } = {
  v2: [2, 4, 8, 16, 32, 64, 128, 256, 512],
  'v1-ordered': Array.from({ length: 33 }, (_, i) => 2 + 3 * i),
  'v1-shuffled': Array.from({ length: 33 }, (_, i) => 2 + 3 * i),
  choice: Array.from({ length: 18 }, (_, i) => 2 + i),
};

/** Reads the options of a task. Throws FathomError `misuse` that names what was found and what is allowed. */
export function readOptions(options: JsonObject, task: TaskName): Settings {
  const given = parse(options);
  const { version, suite } = suiteOf(given);
  const form = given.form ?? (version === 'v1' ? 'v1-shuffled' : 'v2');
  const lengths = given.lengths ?? suite?.lengths ?? SUITES.v2['4k']!.lengths;
  const source = suite ?? suiteFor(version, Math.max(...lengths));
  const haystackTask = task in PUBLISHED_REPEATS ? (task as HaystackTaskName) : 'single-retrieval';
  return {
    mode: given.mode ?? 'corrected',
    version,
    languages: given.languages ?? ['en', 'zh'],
    lengths,
    depths: given.depths ?? suite?.depths ?? DEPTHS_V2,
    repeats: given.repeats ?? (task in PUBLISHED_REPEATS ? PUBLISHED_REPEATS[haystackTask] : form.startsWith('v1') ? 30 : 10),
    position: given.position ?? 'end',
    needles: given.needles ?? [2, 3, 4, 5],
    ...(given.retrievalNeedles && { retrievalNeedles: given.retrievalNeedles }),
    form,
    atcNeedles: given.atcNeedles ?? (task === 'ancestral-trace-hard' ? [4, 8, 16, 32, 64] : ATC_NEEDLES[form]),
    questions: given.questions ?? QUESTION_TYPES,
    reasonedExamples: given.reasonedExamples ?? false,
    branches: given.branches ?? 3,
    distractors: given.distractors ?? 2,
    unanswerablePercent: given.unanswerablePercent ?? 20,
    buffer: { en: given.buffer ?? source.bufferEn[haystackTask], zh: given.buffer ?? source.bufferZh },
    guide: given.guide ?? source.guide,
    trim: given.trim ?? false,
    ...(given.dataDir !== undefined && { dataDir: given.dataDir }),
    ...(given.prompts !== undefined && { prompts: given.prompts }),
    drawSeed: given.drawSeed ?? 0,
    maxTokens: given.maxTokens ?? (form.startsWith('v1') && task === 'ancestral-trace' ? 1024 : MAX_TOKENS[task]),
  };
}

type Given = Partial<z.output<typeof schema>>;

function parse(options: JsonObject): Given {
  const result = schema.partial().safeParse(options);
  if (result.success) return result.data as Given;
  const [issue] = result.error.issues;
  if (issue?.code === 'unrecognized_keys') throw unknownOption(issue.keys[0]!);
  const key = String(issue?.path[0] ?? '');
  throw new FathomError('misuse', `NeedleBench cannot use ${key}: ${JSON.stringify(options[key])}.`, {
    fix: `Allowed for ${key}: ${ALLOWED[key] ?? issue?.message}.`,
  });
}

const ALLOWED: { readonly [key: string]: string } = {
  mode: 'corrected, compat',
  version: 'v1, v2',
  languages: 'en, zh',
  lengths: 'whole numbers of tokens from 1',
  depths: 'numbers from 0 to 100 (percent)',
  repeats: 'a whole number from 1',
  position: 'end, start',
  needles: 'whole numbers from 2 to 1000',
  retrievalNeedles: 'whole numbers from 1 to 1000',
  form: FORMS.join(', '),
  atcNeedles: 'whole numbers from 2',
  questions: QUESTION_TYPES.join(', '),
  branches: 'a whole number from 0',
  distractors: 'a whole number from 0',
  unanswerablePercent: 'a number from 0 to 100',
  buffer: 'a whole number of tokens from 0',
  dataDir: 'a folder with the official files',
  prompts: 'a prompt pack file (JSON)',
  drawSeed: 'a whole number from 0',
  maxTokens: 'a whole number from 1',
  reasonedExamples: 'true, false',
  guide: 'true, false',
  trim: 'true, false',
};

function unknownOption(key: string): FathomError {
  const known = Object.keys(schema.shape);
  const nearest = nearestName(key, known);
  return new FathomError('misuse', `NeedleBench has no option ${JSON.stringify(key)}.`, {
    fix: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}Options: ${known.join(', ')}.`,
  });
}

/** `v1-8k` names the version too. */
function suiteOf({ suite, version }: Given): { readonly version: Version; readonly suite?: Suite } {
  if (suite === undefined) return { version: version ?? 'v2' };
  const named = /^(v[12])-(.+)$/.exec(suite);
  const chosen = (named?.[1] as Version | undefined) ?? version ?? 'v2';
  const name = named?.[2] ?? suite;
  const found = Object.hasOwn(SUITES[chosen], name) ? SUITES[chosen][name] : undefined;
  if (found && (version === undefined || version === chosen)) return { version: chosen, suite: found };
  throw new FathomError('misuse', `NeedleBench ${version ?? chosen} has no suite ${JSON.stringify(suite)}.`, {
    fix: `Suites of v2: ${Object.keys(SUITES.v2).join(', ')}; of v1: ${Object.keys(SUITES.v1).join(', ')} (version v1, or v1-4k).`,
  });
}
