import { z } from 'zod';

/** A row of a query file. `context_order`: the part of the document that holds the answer; `comp_parts`: the two parts to compare. */
export const queryRowSchema = z
  .object({
    type: z.string().min(1),
    level: z.string(),
    length: z.string(),
    file: z.string().min(1),
    question: z.string(),
    answer: z.string(),
    context_order: z.union([z.int(), z.string()]).optional(),
    comp_parts: z.array(z.int()).optional(),
  })
  // The file is looked up by its name alone: a path of a stranger leads nowhere.
  .refine(({ file }) => !/[\\/\0]/.test(file) && file !== '..', { path: ['file'], message: 'not the name of a file' });

export type QueryRow = z.infer<typeof queryRowSchema>;

/** The axes of a question: the document's size and kind, and where the answer stands. */
export function cellOf({ length, type, context_order: order, comp_parts: parts }: QueryRow) {
  return {
    size: length,
    source: type,
    ...(order !== undefined && { part: String(order) }),
    ...(parts !== undefined && { part: parts.join('+') }),
  };
}
