import { facetLabel, shortTask } from '../labels.ts';
import type { TaskScore } from '../task-scores.ts';
import { seriesColor } from './series-color.ts';

/** Tasks as bars, coloured by language; a task with several metrics names them. */
export function taskBars(tasks: readonly TaskScore[], languages: readonly string[]) {
  return tasks.map((task) => {
    const crowded = tasks.some((other) => other.task === task.task && (other.metric !== task.metric || other.mode !== task.mode));
    const name = facetLabel({ ...task, task: shortTask(task.task) });
    return {
      ...task,
      label: crowded ? `${name} · ${task.metric} (${task.mode})` : name,
      color: seriesColor(Math.max(0, languages.indexOf(task.language ?? ''))),
    };
  });
}
