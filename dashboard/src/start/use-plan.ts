import { useEffect, useState } from 'preact/hooks';
import type { RunPlan, StartForm } from '../../../src/server/api.ts';
import { ApiProblem, ask } from '../api.ts';

/** The plan of a form. `plan` is the last that came: it may be of an older form while `busy`. */
export interface Planned {
  readonly plan: RunPlan | undefined;
  readonly problem: ApiProblem | undefined;
  readonly busy: boolean;
}

/** A pause in typing. */
const PAUSE_MS = 450;

/** Plans what the form says whenever it has changed and rests for a moment. Only the latest answer counts; older ones are called off. */
export function usePlan(form: StartForm | undefined): Planned {
  const [state, setState] = useState<Planned>({ plan: undefined, problem: undefined, busy: false });
  const body = form === undefined ? undefined : JSON.stringify(form);
  useEffect(() => {
    if (body === undefined) return setState({ plan: undefined, problem: undefined, busy: false });
    const gone = new AbortController();
    setState((old) => ({ ...old, busy: true }));
    const timer = setTimeout(() => {
      planOf(body, gone.signal).then(
        (plan) => setState({ plan, problem: undefined, busy: false }),
        (error: unknown) => {
          if (gone.signal.aborted) return;
          const problem = error instanceof ApiProblem ? error : new ApiProblem(0, { error: String(error) });
          setState({ plan: undefined, problem, busy: false });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [body]);
  return state;
}

async function planOf(body: string, signal: AbortSignal): Promise<RunPlan> {
  return (await (await ask('/plan', { method: 'POST', body, signal })).json()) as RunPlan;
}
