/** How many samples were done at a moment. */
export interface Mark {
  readonly atMs: number;
  readonly done: number;
}

/** Marks older than this say nothing of the speed now. */
const WINDOW_MS = 60_000;

/** The marks with one more, without those that are too old. A run that lost answers starts anew. */
export function addMark(marks: readonly Mark[], next: Mark): readonly Mark[] {
  const last = marks.at(-1);
  if (last !== undefined && next.done < last.done) return [next];
  if (last !== undefined && next.done === last.done) return marks;
  return [...marks.filter(({ atMs }) => next.atMs - atMs <= WINDOW_MS), next];
}

/** Samples per second over the marks; undefined before the second one. */
export function rateOf(marks: readonly Mark[]): number | undefined {
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined || last.atMs <= first.atMs) return undefined;
  return (1000 * (last.done - first.done)) / (last.atMs - first.atMs);
}
