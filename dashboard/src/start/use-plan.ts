import type { RunPlan, StartForm } from '../../../src/server/api.ts';
import { ask, type ApiProblem } from '../api.ts';
import { useSettled } from '../use-settled.ts';

/** The plan of a form. `plan` is the last that came: it may be of an older form while `busy`. */
export interface Planned {
  readonly plan: RunPlan | undefined;
  readonly problem: ApiProblem | undefined;
  readonly busy: boolean;
}

/** Plans what the form says whenever it has changed and rests for a moment. */
export function usePlan(form: StartForm | undefined): Planned {
  const { value, problem, busy } = useSettled(form && JSON.stringify(form), planOf);
  return { plan: value?.value, problem, busy };
}

async function planOf(body: string, signal: AbortSignal): Promise<RunPlan> {
  return (await (await ask('/plan', { method: 'POST', body, signal })).json()) as RunPlan;
}
