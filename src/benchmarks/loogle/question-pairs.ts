import { z } from 'zod';
import { describeIssue } from '../../datasets/index.ts';
import { parsePythonLiteral } from '../../scoring/index.ts';

const pairSchema = z.object({
  Q: z.string(),
  A: z.union([z.string(), z.record(z.string(), z.string())]),
  S: z.union([z.string(), z.array(z.string())]).optional(),
  type: z.string().optional(),
});

/** A question with its answer (a name for each mask in a cloze), the evidence in the text and the kind of question. */
export type QuestionPair = z.infer<typeof pairSchema>;

/**
 * The field `qa_pairs`: a list as Python writes it (data, never run), already a list, or "none" for a row without questions. Gives the list or what is
 * wrong with it.
 */
export function readPairs(field: unknown): readonly QuestionPair[] | { readonly problem: string } {
  const value = typeof field === 'string' ? (field.trim().toLowerCase() === 'none' ? [] : parsePythonLiteral(field)) : field;
  if (value === undefined) return { problem: 'at qa_pairs: neither a Python list nor JSON' };
  const result = z.array(pairSchema).safeParse(value);
  return result.success ? result.data : { problem: `at qa_pairs: ${describeIssue(result.error)}` };
}
