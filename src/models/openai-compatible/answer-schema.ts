import * as z from 'zod';

// Loose on purpose: servers add fields, leave them out or send null. A wrong type of a field that is read is an error, except for counts.
const count = z.number().int().nonnegative().nullish().catch(undefined);
const words = z.string().nullish();

const part: z.ZodType<ContentPart> = z.looseObject({
  type: words,
  text: words,
  get thinking() {
    return z.union([z.string(), z.array(part)]).nullish();
  },
});

/** A part of a content list; Mistral's servers send reasoning as a part `thinking`. */
export interface ContentPart {
  readonly type?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly thinking?: string | readonly ContentPart[] | null | undefined;
}

const content = z.union([z.string(), z.array(part)]).nullish();
const said = z.looseObject({ content, reasoning_content: words, reasoning: words, refusal: words });

const choice = z.looseObject({
  index: z.number().nullish(),
  finish_reason: words,
  delta: said.nullish(),
  message: said.nullish(),
  text: words,
});

/** Token counts. DeepSeek calls cached tokens `prompt_cache_hit_tokens`. */
export const usageSchema = z.looseObject({
  prompt_tokens: count,
  completion_tokens: count,
  prompt_tokens_details: z.looseObject({ cached_tokens: count }).nullish().catch(undefined),
  prompt_cache_hit_tokens: count,
  completion_tokens_details: z.looseObject({ reasoning_tokens: count }).nullish().catch(undefined),
});

/** A chat or text completion, or one event of its stream. */
export const answerSchema = z.looseObject({
  object: words.catch(undefined),
  choices: z.array(choice).nullish(),
  usage: z.unknown().optional(),
  error: z.unknown().optional(),
});

export type AnswerChunk = z.infer<typeof answerSchema>;
export type AnswerWords = z.infer<typeof said>;
