import { signal } from '@preact/signals';
import type { RunFigures, RunLine } from '../../src/server/api.ts';
import { getJson, runPath } from './api.ts';

const known = signal<ReadonlyMap<string, RunFigures>>(new Map());
const wanted = new Map<string, RunLine>();
let busy = 0;

/** Requests at a time: the server works each out from all answers of its run. */
const AT_ONCE = 2;

/** Score, tokens and time of a run as they were told last; undefined until then. */
export const figuresOf = (id: string): RunFigures | undefined => known.value.get(id);

/** Asks for them when they are not those of the run as it is now. */
export function wantFigures(run: RunLine): void {
  if (known.value.get(run.id)?.revision === run.revision) return;
  wanted.set(run.id, run);
  void work();
}

async function work(): Promise<void> {
  if (busy >= AT_ONCE) return;
  busy++;
  try {
    for (let [next] = wanted.keys(); next !== undefined; [next] = wanted.keys()) {
      wanted.delete(next);
      const figures = await getJson<RunFigures>(`${runPath(next)}/figures`).catch(() => undefined);
      if (figures) known.value = new Map(known.value).set(next, figures);
    }
  } finally {
    busy--;
  }
}
