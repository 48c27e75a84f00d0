import type { RunRecord } from '../core/index.ts';

/** Of runs, newest first, those that a name means: one for its id or `latest`, else all whose id begins with it. An empty name means none. */
export function runsNamed(runs: readonly RunRecord[], name: string): readonly RunRecord[] {
  if (name === 'latest') return runs.slice(0, 1);
  if (name === '') return [];
  const exact = runs.find(({ id }) => id === name);
  return exact ? [exact] : runs.filter(({ id }) => id.startsWith(name));
}
