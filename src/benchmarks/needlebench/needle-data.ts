import { join } from 'node:path';
import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { readJson, readJsonl } from '../../datasets/index.ts';
import { plain, stripSpace } from '../../scoring/index.ts';
import { personNames } from '../../worlds/index.ts';
import type { FactRecord, NeedleRow } from './needle-row.ts';
import type { Language, Mode } from './options.ts';
import { ownFacts } from './own-facts.ts';
import { ownNeedleRows } from './own-needles.ts';
import type { PromptPack } from './prompt-pack.ts';

const LANGUAGE = { English: 'en', Chinese: 'zh' } as const;
const FILE_LANGUAGE = { en: 'English', zh: 'Chinese' } as const;

const needleRow = z
  .object({
    language: z.enum(['English', 'Chinese']),
    needle: z.string().min(1),
    retrieval_question: z.string().min(1),
    arg1: z.string().min(1),
    arg2: z.string().min(1),
  })
  .transform((row): NeedleRow => ({
    language: LANGUAGE[row.language],
    needle: row.needle,
    question: row.retrieval_question,
    key: row.arg1,
    value: row.arg2,
  }));

const factRecord = z
  .object({ derivation_count: z.int().min(1), derivations: z.array(z.string()), question: z.string().min(1), answer: z.string().min(1) })
  .transform((row): FactRecord => ({
    count: row.derivation_count,
    derivations: row.derivations,
    question: row.question,
    answer: row.answer,
  }));

export interface DataOptions {
  /** Folder with the official files; without it our own data. */
  readonly dataDir?: string;
  readonly prompts: PromptPack;
}

/** All needles, both languages, in file order (`needles.jsonl`). */
export async function loadNeedleRows({ dataDir, prompts }: DataOptions): Promise<readonly NeedleRow[]> {
  return dataDir === undefined ? ownNeedleRows(prompts) : readJsonl(join(dataDir, 'needles.jsonl'), needleRow);
}

/**
 * Names of people (`names.json`: one comma-separated string a language). Compat takes the list as it is, as every name counts in the published
 * draws; corrected mode trims names and drops empty ones and those that the scorer could not tell from an earlier one.
 */
export async function loadNames({ dataDir }: Pick<DataOptions, 'dataDir'>, language: Language, mode: Mode): Promise<readonly string[]> {
  if (dataDir === undefined) return personNames(language);
  const file = join(dataDir, 'names.json');
  const names = (await readJson(file, z.record(z.string(), z.string())))[FILE_LANGUAGE[language]]?.split(',');
  const usable = mode === 'compat' || names === undefined ? names : distinctNames(names);
  if (usable !== undefined && usable.length > 1) return usable;
  throw new FathomError('data', `${file}:1: no names under "${FILE_LANGUAGE[language]}"`, {
    fix: 'Compare the file with the documented schema.',
  });
}

function distinctNames(names: readonly string[]): string[] {
  const byForm = new Map<string, string>();
  for (const name of names.map(stripSpace)) if (name !== '' && !byForm.has(plain(name))) byForm.set(plain(name), name);
  return [...byForm.values()];
}

/** v1 reasoning items (`multi_needle_reasoning_en.json`, `…_zh.json`). */
export async function loadFacts({ dataDir, prompts }: DataOptions, language: Language): Promise<readonly FactRecord[]> {
  if (dataDir === undefined) return ownFacts(language, prompts);
  return readJson(join(dataDir, `multi_needle_reasoning_${language}.json`), z.array(factRecord).min(1));
}
