import type { RunRecord } from '../core/index.ts';

/** Id and time of a run that is made from others without asking. */
export interface DerivedRun {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** A run that stands below another one in its report has the other's id, a dot and a name. Gives that ending, with the dot. */
export function companionEnding(companion: RunRecord, run: RunRecord): string | undefined {
  return companion.id.startsWith(`${run.id}.`) ? companion.id.slice(run.id.length) : undefined;
}
