import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { FathomError, nearestName } from '../../core/index.ts';
import { frameOfTemplate, packDigest, parseTemplate, readJson, readText, type Frame } from '../../datasets/index.ts';

/** The wording of a data set out of the user's copy of the published configuration. */
export interface LongBenchPrompts {
  /** SHA-256 over the files, hex. */
  readonly digest: string;
  /** Room for an answer, where the pack has `dataset2maxlen.json`. */
  readonly maxTokens?: number;
  frame(input: string): Frame;
}

const PROMPTS = 'dataset2prompt.json';
const LENGTHS = 'dataset2maxlen.json';
const RULES = { dialect: 'braces', slots: { '{context}': 'once', '{input}': 'any' } } as const;

/**
 * Reads the prompt of a data set from `dataset2prompt.json` (the file, or a folder that has it), and the room for its answer from `dataset2maxlen.json`
 * beside it. Throws FathomError: `missing`, or `data` for what is no such file, for a data set that it lacks and for placeholders that are not known.
 */
export async function readLongBenchPrompts(path: string, id: string): Promise<LongBenchPrompts> {
  const file = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, PROMPTS) : path;
  const prompts = await readJson(file, z.record(z.string(), z.string()));
  const text = Object.hasOwn(prompts, id) ? prompts[id]! : undefined;
  if (text === undefined) throw lacking(file, { id, known: Object.keys(prompts) });
  const template = parseTemplate(text, { ...RULES, source: `${file}, ${id}` });
  const beside = join(dirname(file), LENGTHS);
  const hasLengths = existsSync(beside);
  const lengths = hasLengths ? await readJson(beside, z.record(z.string(), z.int().min(1))) : {};
  const maxTokens = Object.hasOwn(lengths, id) ? lengths[id] : undefined;
  return {
    digest: packDigest([await readText(file), ...(hasLengths ? [await readText(beside)] : [])]),
    ...(maxTokens !== undefined && { maxTokens }),
    frame: (input) =>
      frameOfTemplate(template, { document: '{context}', fill: { '{input}': { role: 'question', piece: { text: input } } } }),
  };
}

function lacking(file: string, { id, known }: { readonly id: string; readonly known: readonly string[] }): FathomError {
  const nearest = nearestName(id, known);
  return new FathomError('data', `${file} has no prompt for ${id}.`, {
    fix: `${nearest === undefined ? '' : `It has ${nearest}. `}Ask the data sets that it has, or complete it.`,
  });
}
