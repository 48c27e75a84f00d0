import { z } from 'zod';

/** A question with its answers, as they stand in a dump. */
export const dumpRowSchema = z.object({
  question: z.string().regex(/\S/, 'no question'),
  answers: z
    .array(z.object({ text: z.string().regex(/\S/, 'no text'), accepted: z.boolean().optional(), score: z.number().optional() }))
    .min(1),
});

/** A row of the file. */
export type DumpRow = z.infer<typeof dumpRowSchema>;
