import type { Outcome, Sample } from '../core/index.ts';

/**
 * Decides which pending sample is begun next. The session asks `next` while it has room; undefined means none now: it is asked again after
 * each `settled`. When nothing is in flight and `next` still gives none, the session is over and what was not begun stays pending.
 */
export interface Schedule {
  next(): Sample | undefined;
  /** A sample that `next` gave has ended. `outcome` is absent when it has none yet: the run is ending. */
  settled(sample: Sample, outcome?: Outcome): void;
}

/** The given order, whatever becomes of the samples. */
export function inGivenOrder(samples: readonly Sample[]): Schedule {
  const queue = samples.values();
  return { next: () => queue.next().value, settled: () => undefined };
}
