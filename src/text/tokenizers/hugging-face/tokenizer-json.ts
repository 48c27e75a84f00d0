import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { FathomError } from '../../../core/index.ts';

const flag = z.boolean().optional();
const addedToken = z.looseObject({
  id: z.int().nonnegative(),
  content: z.string().min(1),
  special: flag,
  single_word: flag,
  lstrip: flag,
  rstrip: flag,
  normalized: flag,
});
const part = z.looseObject({ type: z.string() });

/** What every `tokenizer.json` has. Models other than BPE are left to the library, so their insides stay unchecked here. */
const schema = z.looseObject({
  added_tokens: z.array(addedToken).nullish(),
  normalizer: part.nullish(),
  pre_tokenizer: part.nullish(),
  model: z.looseObject({ type: z.string().nullish() }),
});

export type AddedToken = z.infer<typeof addedToken>;
export type TokenizerPart = z.infer<typeof part>;
export type TokenizerJson = z.infer<typeof schema>;

/**
 * Reads a Hugging Face `tokenizer.json`. `id` is `hf:` and the first 12 hex digits of the file's SHA-256, so that the same tokenizer has
 * the same name wherever it lies. Throws FathomError `missing` (not there, not readable) or `data` (no tokenizer.json).
 */
export async function readTokenizerJson(path: string): Promise<{ readonly id: string; readonly json: TokenizerJson }> {
  const file = await readFile(path).catch((cause: unknown) => {
    throw new FathomError('missing', `cannot read the tokenizer ${path}`, {
      fix: 'Give the path of a tokenizer.json that you may read.',
      cause,
    });
  });
  const parsed = schema.safeParse(parseJson(file.toString('utf8'), path));
  if (!parsed.success) throw brokenTokenizer(path, z.prettifyError(parsed.error).split('\n').slice(0, 2).join(' '));
  return { id: `hf:${createHash('sha256').update(file).digest('hex').slice(0, 12)}`, json: parsed.data };
}

/** The error for a file that is there but is no usable tokenizer. */
export function brokenTokenizer(path: string, found: string, cause?: unknown): FathomError {
  return new FathomError('data', `${path} is no Hugging Face tokenizer.json: ${found}`, {
    fix: "Take the file tokenizer.json from the model's folder again, whole.",
    cause,
  });
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw brokenTokenizer(path, 'it is not valid JSON', cause);
  }
}
