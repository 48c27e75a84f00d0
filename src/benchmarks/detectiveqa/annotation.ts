import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { describeIssue, readJson, type DataSettings } from '../../datasets/index.ts';

/** An annotation file: a list of one object, whose questions are checked one by one. */
const fileSchema = z.array(z.object({ questions: z.array(z.unknown()) })).min(1);

/** `clue_position`: paragraphs that the reasoning rests on, -1 for what stands in none; `answer_position`: the paragraph that gives the answer away. */
const questionSchema = z
  .object({
    question: z.string().min(1),
    options: z.record(z.string().regex(/^[A-D]$/), z.string()),
    answer: z.string().trim(),
    reasoning: z.array(z.string()).default([]),
    clue_position: z.array(z.int()).default([]),
    answer_position: z.int(),
  })
  .refine(({ options, answer }) => Object.hasOwn(options, answer), { path: ['answer'], message: 'the answer is none of the options' });

export type Annotation = z.infer<typeof questionSchema>;

/** A question of a file, or what is wrong with it. `number`: from 1. */
export type ReadAnnotation = { readonly number: number } & ({ readonly annotation: Annotation } | { readonly problem: string });

/** The questions of an annotation file. Rejects with FathomError `data` for a broken file, and for a wrong question unless bad rows are left out. */
export async function readAnnotations(file: string, { badRows }: Pick<DataSettings, 'badRows'>): Promise<ReadAnnotation[]> {
  const novels = await readJson(file, fileSchema);
  return novels
    .flatMap(({ questions }) => questions)
    .map((question, i) => {
      const read = questionSchema.safeParse(question);
      if (read.success) return { number: i + 1, annotation: read.data };
      const problem = describeIssue(read.error);
      if (badRows === 'skip') return { number: i + 1, problem };
      throw new FathomError('data', `${file}: question ${i + 1}: ${problem}`, {
        fix: 'Compare it with the documented schema, or leave such questions out: --set badRows=skip.',
      });
    });
}
