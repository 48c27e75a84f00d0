import { FathomError, type Documents, type JsonObject, type Sample, type Task } from '../../core/index.ts';
import type { TryRequest } from '../../server/index.ts';
import { ANY_MODEL, planFromFlags } from '../plan-from-flags.ts';
import { findTasks } from '../wire.ts';
import { optionsOf } from './benchmark-cards.ts';
import { browserTask } from './form-argv.ts';

/** The first prompt that a task makes of some choices. Rejects with a FathomError when they describe none. */
export async function tryPrompt(request: TryRequest): Promise<{ readonly sample: Sample; readonly documents: Documents }> {
  const { families, tasks } = await findTasks([browserTask(request.task)]);
  const [task, ...more] = tasks;
  if (task === undefined || more.length > 0) throw new FathomError('misuse', 'Choose one task.');
  const { plan, prepared } = await planFromFlags({
    families,
    tasks,
    prompts: { taskOptions: chosen(task, request), seed: request.seed, haystacks: [] },
    model: ANY_MODEL,
    quiet: true,
  });
  const sample = plan.samples.find((each): each is Sample => !('skipped' in each));
  if (sample === undefined) throw new FathomError('misuse', 'These choices describe no prompt.');
  return { sample, documents: prepared.documents() };
}

/** The choices as options of the task; one length and one sample even where nothing is chosen. */
function chosen(task: Task, { language, lengthTokens, depthPercent, needles, question }: TryRequest): JsonObject {
  const shortest = Math.min(...((task.defaults['lengths'] as readonly number[] | undefined) ?? []));
  return {
    languages: [language],
    ...optionsOf(task, {
      repeats: 1,
      lengths: [lengthTokens ?? shortest],
      ...(depthPercent !== undefined && { depths: [depthPercent] }),
      ...(needles !== undefined && { needles: [needles], atcNeedles: [needles] }),
      ...(question !== undefined && { questions: [question] }),
    }),
  };
}
