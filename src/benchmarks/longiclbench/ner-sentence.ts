import { z } from 'zod';

/** A file of sentences with their entities. */
export const nerFileSchema = z.array(z.object({ sentence: z.string(), entities: z.record(z.string(), z.string()) })).min(1);

/** A sentence and the fine type of each of its entities. */
export type NerSentence = z.infer<typeof nerFileSchema>[number];
