import { FathomError, nearestName } from '../../core/index.ts';
import { storedScorerIds } from '../../benchmarks/index.ts';
import { entryOf } from '../list-entry.ts';
import { allFamilies } from '../wire.ts';

/** Prints the families and their tasks. */
export async function list(flags: { readonly tag?: string; readonly json?: boolean }): Promise<void> {
  const families = (await allFamilies()).map((family) => entryOf(family, flags.tag)).filter((entry) => entry.tasks.length > 0);
  if (flags.tag !== undefined && families.length === 0) throw await noSuchTag(flags.tag);
  if (flags.json) return console.log(JSON.stringify(families, null, 2));
  for (const { id, title, summary, paper, fidelity, details } of families) {
    console.log(`${id} · ${title}\n  ${summary}\n  ${paper}\n  fidelity: ${wordsOf(fidelity)}\n`);
    for (const task of details) {
      console.log(
        `  ${task.id}\n    ${task.title} · ${task.languages.join(', ')} · ${wordsOf(task.fidelity)}\n    ${task.tags.join(', ')}`,
      );
    }
  }
  console.log(`\nStored answers · scored without a model by fathom score: ${storedScorerIds.join(', ')}`);
  console.log('Own questions · a file of them is a task: fathom run ./questions.jsonl');
}

async function noSuchTag(tag: string): Promise<FathomError> {
  const tags = [...new Set((await allFamilies()).flatMap((family) => entryOf(family).tags))].sort();
  const nearest = nearestName(tag, tags);
  return new FathomError('misuse', `No task has the tag ${JSON.stringify(tag)}.`, {
    fix: `${nearest === undefined ? '' : `Did you mean ${nearest}? `}Tags: ${tags.join(', ')}.`,
  });
}

function wordsOf(fidelity: { readonly [mode: string]: string }): string {
  return Object.entries(fidelity)
    .map(([mode, word]) => `${mode}: ${word}`)
    .join(' · ');
}
