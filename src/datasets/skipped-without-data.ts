import type { Task } from '../core/index.ts';

/** A task on data files beside built tasks of its family: without a folder the built ones still run, and this one is told as skipped. */
export function skippedWithoutData(task: Task, { source }: { readonly source: string }): Task {
  return {
    ...task,
    async *samples(options, deps) {
      if (options['dataDir'] !== undefined) return yield* task.samples(options, deps);
      yield {
        id: `${task.id}/data`,
        task: task.id,
        cell: {},
        skipped: { reason: 'no-data', detail: `no folder was named: fetch ${source}, then --data DIR` },
      };
    },
  };
}
