import type { Family, Fidelity, Task } from '../../core/index.ts';
import type { ListEntry } from '../list-entry.ts';
import { allFamilies } from '../wire.ts';

/** Prints the families and their tasks. */
export async function list(flags: { readonly tag?: string; readonly json?: boolean }): Promise<void> {
  const families = (await allFamilies()).map((family) => entryOf(family, flags.tag)).filter((entry) => entry.tasks.length > 0);
  if (flags.json) return console.log(JSON.stringify(families, null, 2));
  for (const { id, title, summary, paper, details } of families) {
    console.log(`${id} · ${title}\n  ${summary}\n  ${paper}\n`);
    for (const task of details) {
      const words = Object.entries(task.fidelity).map(([mode, word]) => `${mode}: ${word}`);
      console.log(`  ${task.id}\n    ${task.title} · ${task.languages.join(', ')} · ${words.join(' · ')}\n    ${task.tags.join(', ')}`);
    }
  }
  console.log('\nOwn questions · a file of them is a task: fathom run ./questions.jsonl');
}

function entryOf(family: Family, tag: string | undefined): ListEntry {
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
    details: tasks.map(({ id, title, languages, tags, fidelity }) => ({ id, title, languages: [...languages], tags: [...tags], fidelity })),
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
