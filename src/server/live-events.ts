import { setTimeout as wait } from 'node:timers/promises';
import type { LiveEvent } from './api.ts';
import type { RunPages } from './run-pages.ts';

/** How often the ledger is looked at: a person sees no more. */
const LOOK_MS = 700;

/**
 * Says what changed, from now on, until the signal. Runs of other processes are heard of too: all that is looked at is the ledger. A run that is
 * there at the start is told first.
 */
export async function* liveEvents(pages: RunPages, signal: AbortSignal): AsyncGenerator<LiveEvent> {
  const seen = new Map<string, string>();
  for (let first = true; !signal.aborted; first = false) {
    const runs = await pages.all();
    for (const { run, beside } of runs) {
      const line = await pages.line(run, beside);
      const state = `${line.revision} ${line.status} ${line.worker}`;
      if (seen.get(run.id) === state) continue;
      seen.set(run.id, state);
      yield { type: 'run', line };
    }
    const ids = new Set(runs.map(({ run }) => run.id));
    for (const id of seen.keys()) {
      if (ids.has(id)) continue;
      seen.delete(id);
      yield { type: 'gone', id };
    }
    if (first) yield { type: 'ready' };
    await wait(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}
