import { z } from 'zod';

/**
 * A prompt pack: every sentence that NeedleBench prompts are made of, as data. `{name}` marks a place that is filled; other braces stand for
 * themselves. A layout is a whole prompt: `{context}` is where the haystack or the story goes, `{question}`, `{format}` and `{examples}` stand
 * where they are written and may be left out.
 */
const layout = z
  .string()
  .refine((text) => text.split('{context}').length === 2, { message: 'a layout holds {context} exactly once' })
  .refine((text) => text.includes('{question}'), { message: 'a layout holds {question}' })
  .describe('A whole prompt with {context}, {question} and, where wanted, {format} and {examples}.');

/** The options are listed in the format. */
const choiceLayout = layout.refine((text) => text.includes('{format}'), { message: 'the layout of a choice holds {format}' });

const layouts = z
  .strictObject({ end: layout, start: layout })
  .describe('The question after the context (`end`) or before it (`start`). Empty lines and spaces are kept as written.');

const term = z.strictObject({ word: z.string().min(1), generations: z.int().min(1).max(2), gender: z.enum(['male', 'female']).optional() });

/** A sentence that cannot do without some places, and must not hold others (which would give the answer away). */
const sentence = (needed: readonly string[], forbidden: readonly string[] = []) =>
  z.string().superRefine((text, context) => {
    for (const place of needed) if (!text.includes(place)) context.addIssue({ code: 'custom', message: `this sentence needs ${place}` });
    for (const place of forbidden)
      if (text.includes(place)) context.addIssue({ code: 'custom', message: `this sentence must not hold ${place}` });
  });

const kinshipSentence = sentence(['{A}', '{B}', '{rel}']);

const guide = z
  .strictObject({ before: z.string(), insert: z.string() })
  .describe('v1 guide: `insert` goes before the first occurrence of `before` in the format cue, or at its end when there is none.');

const askedWith = (...needed: readonly string[]) =>
  z
    .strictObject({ layout: layouts, question: sentence(needed), format: z.string(), examples: z.string() })
    .describe(`The question needs ${needed.join(', ')}; the layout may use them too.`);

const asked = askedWith('{name}');

const byHaystackTask = z.strictObject({ 'single-retrieval': layouts, 'multi-retrieval': layouts, 'multi-reasoning': layouts });

const byQuestion = z.strictObject({
  eldest: asked,
  'nth-ancestor': askedWith('{name}', '{n}'),
  'nth-descendant': askedWith('{name}', '{n}'),
  distance: askedWith('{name}', '{other}'),
});

const languagePack = z.strictObject({
  layouts: z.strictObject({ v1: byHaystackTask, v2: byHaystackTask }),
  needleFamilies: z
    .array(
      z.strictObject({
        key: z.enum(['place', 'system']),
        needle: sentence(['{key}', '{value}']),
        question: sentence(['{key}'], ['{value}']),
        format: sentence([], ['{value}']),
      }),
    )
    .min(1)
    .describe('Our own needles. Places: {key}, {value}. `format` holds the sentence to fill in inside single quotes.'),
  multi: z
    .strictObject({
      questionEnd: z.string().min(1),
      questionJoin: z.string(),
      quote: z.string().min(1),
      quotedEnd: z.string(),
      formatJoin: z.string(),
      cue: z.string().includes('{formats}'),
    })
    .describe(
      'Multi-needle question: each question up to and with `questionEnd`, joined; from each question the part between the quotes (`quote`) without a final `quotedEnd`, joined into {formats}. Compat joins with the published mark instead.',
    ),
  guide: z.strictObject({ 'single-retrieval': guide, 'multi-retrieval': guide, 'multi-reasoning': guide }),
  kinship: z
    .strictObject({
      templates: z.array(kinshipSentence).min(1),
      templatesV1: z.array(kinshipSentence).min(1),
      terms: z.array(term).min(1),
      inverseTemplates: z.array(kinshipSentence).min(1),
      inverseTerms: z.array(term).min(1),
      join: z.string(),
    })
    .describe(
      '{A} is the {rel} of {B} and older. Order counts: draws are by index. Inverse: {B} is the {rel} of {A}. `gender` (hard trace): of whom a term can be said; left out, of anybody. `join`: corrected mode only.',
    ),
  reasoning: z
    .strictObject({ question: sentence(['{name}']), format: z.string(), examples: z.string() })
    .describe('v2 multi-needle reasoning. Place: {name}.'),
  facts: z
    .strictObject({
      link: kinshipSentence,
      home: sentence(['{A}', '{town}']),
      question: sentence(['{who}'], ['{town}']),
      of: sentence(['{rel}', '{who}']),
      words: z.array(z.string().min(1)).min(1),
    })
    .describe('Our own v1 reasoning facts. link: {A}, {B}, {rel}; home: {A}, {town}; question: {who}; of: {rel}, {who}.'),
  ancestralTrace: byQuestion,
  ancestralTraceV1: asked,
  ancestralTraceChoice: z
    .strictObject({
      layout: z.strictObject({ end: choiceLayout, start: choiceLayout }),
      question: sentence(['{name}']),
      option: sentence(['{letter}', '{text}']),
      format: z.string(),
      plain: z.string(),
      reasoned: z.string(),
    })
    .describe(
      'v1 multiple choice. {name} in the question; option: {letter}, {text}; `plain` and `reasoned` are the two sets of worked examples.',
    ),
  ancestralTraceHard: z
    .strictObject({ ...byQuestion.shape, unknown: z.string().min(1) })
    .describe('`unknown` is what a box holds when the text does not say.'),
});

/** The whole pack. A user's file may hold any part of it: what it leaves out is ours. Arrays are replaced as a whole. */
export const promptPackSchema = z.strictObject({
  name: z.string().min(1),
  en: languagePack,
  zh: languagePack,
});

export type PromptPack = z.infer<typeof promptPackSchema>;
export type LanguagePack = z.infer<typeof languagePack>;
/** One asked thing with its layouts and sentences. */
export type AskedPack = z.infer<typeof asked>;
export type LayoutPair = z.infer<typeof layouts>;

/** JSON Schema of a whole prompt pack, for editors. */
export function promptPackJsonSchema(): unknown {
  return z.toJSONSchema(promptPackSchema, { io: 'input' });
}
