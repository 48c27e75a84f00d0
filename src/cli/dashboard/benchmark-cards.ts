import type { Family, JsonObject, Task } from '../../core/index.ts';
import { prepareRun } from '../../evaluate/index.ts';
import type { BenchmarkCard } from '../../server/index.ts';
import { cacheDir } from '../ledger-path.ts';
import { entryOf } from '../list-entry.ts';
import { allFamilies } from '../wire.ts';

/** The least that a prompt can be asked for: only its kind is looked at. */
const LEAST: JsonObject = { lengths: [1000], depths: [0], repeats: 1 };

/** All families, as the page shows them. */
export async function benchmarkCards(): Promise<readonly BenchmarkCard[]> {
  return Promise.all((await allFamilies()).map(cardOf));
}

async function cardOf(family: Family): Promise<BenchmarkCard> {
  const { id, title, summary, paper, details } = entryOf(family);
  const suites = Object.entries(family.suites).map(([name, options]) => ({ name, options }));
  const tasks = await Promise.all(
    family.tasks.map(async (task, i) => ({ ...details[i]!, axes: await axesOf(family, task), defaults: task.defaults })),
  );
  return { id, title, summary, paper, suites, tasks };
}

/** The axes of a task's samples, from one that it makes; none for a task whose data is not at hand. */
async function axesOf(family: Family, task: Task): Promise<readonly string[]> {
  if (task.needsData) return [];
  const taskOptions = { ...optionsOf(task, LEAST), languages: task.languages.slice(0, 1) };
  const { deps, tasks } = await prepareRun({ families: [family], tasks: [task], taskOptions, cacheDir: cacheDir() });
  for await (const { cell } of task.samples(tasks[0]!.options, deps)) return Object.keys(cell);
  return [];
}

/** Those of some options that a task has. */
export function optionsOf({ defaults }: Task, options: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name in defaults));
}
