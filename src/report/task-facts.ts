import type { Task } from '../core/index.ts';
import type { RunSummary } from './run-summary.ts';

/** What a summary keeps of its tasks: their tags, and how they like to be drawn. */
export function taskFacts(tasks: readonly Pick<Task, 'id' | 'tags' | 'views'>[]): RunSummary['taskFacts'] {
  return tasks.map(({ id, tags, views = [] }) => ({ task: id, tags: [...tags], views: [...views] }));
}

/** The two axes that a task asks to be drawn over; undefined where it names none. */
export function viewAxes(
  { taskFacts: facts }: Pick<RunSummary, 'taskFacts'>,
  { task, metric }: { readonly task: string; readonly metric?: string },
): { readonly x: string; readonly y: string } | undefined {
  const views = facts.find((each) => each.task === task)?.views ?? [];
  const found = views.find((view) => isTable(view) && (view.metric === undefined || metric === undefined || view.metric === metric));
  return found?.y === undefined ? undefined : { x: found.x, y: found.y };
}

const isTable = ({ kind, y }: RunSummary['taskFacts'][number]['views'][number]): boolean =>
  (kind === 'table' || kind === 'heatmap') && y !== undefined;

/** The score of choosing blindly, 0–1: a task with `options:4` gives 0.25; 0 for tasks without options. */
export function chanceOf(facts: RunSummary['taskFacts']): (task: string) => number {
  const options = new Map(
    facts.map(({ task, tags }) => [task, Number(/^options:(\d+)$/.exec(tags.find((tag) => tag.startsWith('options:')) ?? '')?.[1] ?? 0)]),
  );
  return (task) => 1 / (options.get(task) || Infinity);
}
