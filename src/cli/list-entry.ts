import { z } from 'zod';

const fidelity = z.record(z.string(), z.enum(['exact', 'exact, unproven here', 'faithful', 'corrected', 'own'])).describe('Mode → fidelity word.');

/** An entry of `fathom list --json`: one family. Fields are only ever added. */
export const listEntrySchema = z.strictObject({
  id: z.string(),
  family: z.string().describe('Same as `id`.'),
  title: z.string(),
  summary: z.string(),
  paper: z.string(),
  fidelity: fidelity.describe('The weakest claim of the family’s published tasks, by mode.'),
  languages: z.array(z.string()),
  tags: z.array(z.string()),
  tasks: z.array(z.string()).describe('Task ids.'),
  suites: z.array(z.string()),
  details: z.array(z.strictObject({ id: z.string(), title: z.string(), languages: z.array(z.string()), tags: z.array(z.string()), fidelity })),
});

export type ListEntry = z.infer<typeof listEntrySchema>;
