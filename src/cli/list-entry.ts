import { z } from 'zod';
import type { Family, Fidelity, Task } from '../core/index.ts';

const fidelityWords = z
  .record(z.string(), z.enum(['exact', 'exact, unproven here', 'faithful', 'corrected', 'own']))
  .describe('Mode → fidelity word.');

/** An entry of `fathom list --json`: one family. Fields are only ever added. */
export const listEntrySchema = z.strictObject({
  id: z.string(),
  family: z.string().describe('Same as `id`.'),
  title: z.string(),
  summary: z.string(),
  paper: z.string(),
  fidelity: fidelityWords.describe('The weakest claim of the family’s published tasks, by mode.'),
  languages: z.array(z.string()),
  tags: z.array(z.string()),
  tasks: z.array(z.string()).describe('Task ids.'),
  suites: z.array(z.string()),
  details: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      languages: z.array(z.string()),
      tags: z.array(z.string()),
      fidelity: fidelityWords,
      needsData: z.boolean().describe('It asks about data files that the user brings (`--data DIR`).'),
    }),
  ),
});

export type ListEntry = z.infer<typeof listEntrySchema>;

/** A family with the tasks that have a tag; all of them without one. */
export function entryOf(family: Family, tag?: string): ListEntry {
  const tasks = family.tasks.filter((task) => tag === undefined || task.tags.includes(tag));
  const union = (of: (task: Task) => readonly string[]) => [...new Set(tasks.flatMap(of))];
  return {
    id: family.id,
    family: family.id,
    title: family.title,
    summary: family.summary,
    paper: family.paper,
    fidelity: weakest(tasks),
    languages: union(({ languages }) => languages),
    tags: union(({ tags }) => tags),
    tasks: tasks.map(({ id }) => id),
    suites: Object.keys(family.suites),
    details: tasks.map(({ id, title, languages, tags, fidelity, needsData = false }) => ({
      id,
      title,
      languages: [...languages],
      tags: [...tags],
      fidelity,
      needsData,
    })),
  };
}

/** Strongest claim first. */
const STRENGTH: readonly Fidelity[] = ['exact', 'exact, unproven here', 'faithful', 'corrected', 'own'];

/** A family claims in a mode no more than the weakest of its published tasks; tasks of our own (`own`) make no claim. */
function weakest(tasks: readonly Task[]): Record<string, Fidelity> {
  const claims: Record<string, Fidelity> = {};
  const published = tasks.filter((task) => Object.values(task.fidelity).some((word) => word !== 'own'));
  for (const task of published.length > 0 ? published : tasks) {
    for (const [mode, word] of Object.entries(task.fidelity)) {
      const claimed = claims[mode];
      if (claimed === undefined || STRENGTH.indexOf(word) > STRENGTH.indexOf(claimed)) claims[mode] = word;
    }
  }
  return claims;
}
