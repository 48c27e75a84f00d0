import { z } from 'zod';

/** The two relations of the data. */
export const relationSchema = z.enum(['less than', 'at least']);

/** How a count is compared with its threshold. */
export type Relation = z.infer<typeof relationSchema>;

/** True if `count` stands in the relation to `threshold`. */
export function holds(count: number, relation: Relation, threshold: number): boolean {
  return relation === 'less than' ? count < threshold : count >= threshold;
}
