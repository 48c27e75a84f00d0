import { z } from 'zod';
import type { RawExample } from './icl-example.ts';

const label = z.union([z.string().trim().min(1), z.int()]);
const line = z.string().regex(/\S/, 'no text');

/** BANKING77: hub rows `text, label` or `text, category`. */
export const bankingRow: z.ZodType<RawExample | undefined> = z
  .object({ text: line, label: label.optional(), category: label.optional() })
  .transform((row, context) => {
    const own = row.category ?? row.label;
    if (own !== undefined) return { query: row.text, labels: [own] };
    context.addIssue({ code: 'custom', message: 'neither label nor category' });
    return z.NEVER;
  });

/** GoEmotions: hub rows `text, labels`; those with several emotions are left out, as published. */
export const emotionRow: z.ZodType<RawExample | undefined> = z
  .object({ text: line, labels: z.union([z.array(label), label.transform((each) => [each])]) })
  .transform(({ text, labels }) => (labels.length === 1 ? { query: text, labels } : undefined));

/** Discovery: hub rows `sentence1, sentence2, label`; the slot is the word between the two sentences. */
export const discoveryRow: z.ZodType<RawExample | undefined> = z
  .object({ sentence1: line, sentence2: line, label })
  .transform((row) => ({ query: `${row.sentence1} ( ) ${row.sentence2}`, labels: [row.label] }));

const relation = z.object({ relation: label, subject_entity: z.string(), object_entity: z.string() });

/** TacRED: a sentence and two of its entities. */
export const tacredRow: z.ZodType<RawExample | undefined> = relation
  .extend({ sentence: line })
  .transform((row) => ({ query: `${row.sentence}\nsubject: ${row.subject_entity}, object: ${row.object_entity}`, labels: [row.relation] }));

/** DialogRE: a dialogue and pairs of names in it. Lines may be one text or a list. */
export const dialogueRow: z.ZodType<RawExample | undefined> = z
  .object({ dialogue: z.union([line, z.array(z.string()).min(1)]), relations: z.array(relation).min(1) })
  .transform(({ dialogue, relations }) => pairsOf([dialogue].flat().join('\n'), relations));

function pairsOf(dialogue: string, relations: readonly z.infer<typeof relation>[]): RawExample {
  const names = relations.map((each) => `(${each.subject_entity}, ${each.object_entity})`);
  return {
    query: `${dialogue}\nThe ${relations.length} pairs: ${names.join(', ')}`,
    labels: relations.map((each) => each.relation),
    firstPairs: (count) => pairsOf(dialogue, relations.slice(0, count)),
  };
}
