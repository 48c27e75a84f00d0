/** Ends the id of a run that is the floor of another one. */
const FLOOR_SUFFIX = '.floor';

/** The id of a run's floor. */
export function floorId(runId: string): string {
  return `${runId}${FLOOR_SUFFIX}`;
}

/** Whether a run only stands below another one in its report. */
export function isFloor(runId: string): boolean {
  return runId.endsWith(FLOOR_SUFFIX);
}
