import { FathomError, type Model, type Sample, type Strategy, type Task } from '../core/index.ts';

/** Throws a FathomError (`misuse`) when the model lacks what the strategy needs. */
export function requireCapabilities(strategy: Strategy, model: Model): void {
  const lacking = strategy.needs.filter((need) => !model.capabilities.has(need));
  if (lacking.length === 0) return;
  throw new FathomError('misuse', `The strategy ${strategy.id} needs ${lacking.join(', ')}, which ${model.id} does not offer.`, {
    fix: 'Choose another model or strategy.',
  });
}

/** The tasks of pending samples by id. Throws a FathomError for one that is unknown (`missing`) or has changed (`data`). */
export function requireTasks(pending: readonly Sample[], tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const { task: id, taskVersion } of pending) {
    const task = byId.get(id);
    if (!task) throw new FathomError('missing', `The run asks samples of the task ${id}, which is not known.`, { fix: 'Load the task.' });
    if (task.version !== taskVersion) {
      throw new FathomError(
        'data',
        `The run was made with version ${taskVersion} of the task ${id}; this Fathom has version ${task.version}.`,
        {
          fix: 'Start a new run, or resume with the Fathom that made it.',
        },
      );
    }
  }
  return byId;
}
