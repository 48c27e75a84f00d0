import type { Clock } from './clock.ts';

/** Lets a bounded number of requests out at once, and none before the moment that a server asked to wait for. */
export interface Admission {
  /** Runs `work` when there is room. `signal` ends the wait for the hold early, never the work. */
  admit<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Holds back every request that is not out yet for `ms` from now. */
  hold(ms: number): void;
}

/** `concurrency`: requests out at once, at least 1. First come, first served. */
export function createAdmission(concurrency: number, clock: Clock): Admission {
  const queue: (() => void)[] = [];
  let free = concurrency;
  let heldUntilMs = 0;

  const enter = (): Promise<void> | undefined => {
    if (free > 0) {
      free -= 1;
      return undefined;
    }
    return new Promise((resolve) => queue.push(resolve));
  };
  const leave = (): void => {
    const next = queue.shift();
    if (next) next();
    else free += 1;
  };

  return {
    async admit(work, signal) {
      await enter();
      try {
        while (heldUntilMs > clock.now() && !signal.aborted) await clock.wait(heldUntilMs - clock.now(), signal);
        return await work();
      } finally {
        leave();
      }
    },
    hold(ms) {
      heldUntilMs = Math.max(heldUntilMs, clock.now() + ms);
    },
  };
}
