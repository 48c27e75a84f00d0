import type { Profile } from '../run-summary.ts';

/** Profiles that belong in one panel (same task, metric and mode; one line per language), for one axis. */
export function curveGroups(profiles: readonly Profile[], axis: string): Profile[][] {
  const members = profiles.filter((profile) => profile.axis === axis);
  return [...Map.groupBy(members, ({ task, metric, mode }) => JSON.stringify([task, metric, mode])).values()];
}
