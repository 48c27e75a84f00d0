/** Time as the runner sees it: the real one, or a scripted one in tests. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds since some moment. Goes on evenly whatever is done to the computer's date: for spans of time. */
  elapsed(): number;
  /** Resolves after `ms` milliseconds or as soon as `signal` is aborted, whichever comes first. Never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** A longer setTimeout fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The computer's clock. A wait keeps the process alive until it ends or is aborted. */
export const systemClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  async wait(ms, signal) {
    for (let left = ms; left > 0; left -= LONGEST_TIMER_MS) {
      if (signal?.aborted) return;
      await waitOnce(Math.min(left, LONGEST_TIMER_MS), signal);
    }
  },
};

function waitOnce(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
