/**
 * The only file that knows every implementation. Each is loaded when it is named, so that `--help` stays fast.
 */
import { FathomError, nearestName, type Family, type Ledger, type Model, type ModelRequest, type Task } from '../core/index.ts';
import { familyIds, loadFamily } from '../benchmarks/index.ts';
import { parseModelName, type ModelOptions } from '../models/index.ts';
import type { ModelFlags } from './model-flags.ts';

/** Every family, loaded. */
export async function allFamilies(): Promise<readonly Family[]> {
  return Promise.all(familyIds.map((id) => loadFamily(id)));
}

/** Tasks by name: a family means all of its tasks. Unknown names are refused with the nearest known one. */
export async function findTasks(names: readonly string[]): Promise<{ readonly families: readonly Family[]; readonly tasks: readonly Task[] }> {
  const families = await allFamilies();
  const tasks = names.flatMap((name) => tasksNamed(name, families));
  const unique = [...new Map(tasks.map((task) => [task.id, task])).values()];
  return { families: families.filter((family) => family.tasks.some((task) => unique.includes(task))), tasks: unique };
}

function tasksNamed(name: string, families: readonly Family[]): readonly Task[] {
  const family = families.find(({ id }) => id === name);
  if (family) return family.tasks;
  const task = families.flatMap(({ tasks }) => tasks).find(({ id }) => id === name);
  if (task) return [task];
  const known = families.flatMap(({ id, tasks }) => [id, ...tasks.map((each) => each.id)]);
  const nearest = nearestName(name, known);
  throw new FathomError('misuse', `There is no task or family "${name}".`, {
    fix: nearest ? `Did you mean ${nearest}? (fathom list shows all)` : 'fathom list shows all of them.',
  });
}

/** The model behind a name. */
export async function openModel({ model: name, settings, secrets }: ModelFlags): Promise<Model> {
  const parsed = parseModelName(name);
  const model = await connect(parsed, { id: name, ...settings, ...secrets } as ModelOptions);
  const temperature = settings['temperature'];
  return typeof temperature === 'number' ? withTemperature(model, temperature) : model;
}
