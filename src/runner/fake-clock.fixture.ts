import type { Clock } from './clock.ts';

/** A clock for tests: when everything else has come to rest, it jumps to the end of the nearest wait. */
export interface FakeClock extends Clock {
  /** Waits that ran to their end, in milliseconds, in order of ending. */
  readonly waited: readonly number[];
  /** Sets the date forward or back, as a user may do; no time passes. */
  setDate(byMs: number): void;
  /** Waits still open. */
  open(): number;
}

interface Wait {
  readonly ms: number;
  readonly untilMs: number;
  readonly resolve: () => void;
}

/** Starts at 2026-01-01T00:00:00Z. */
export function createFakeClock(): FakeClock {
  const waits = new Set<Wait>();
  const waited: number[] = [];
  const startMs = Date.UTC(2026, 0, 1);
  let nowMs = startMs;
  let setMs = 0;
  let ticking = false;

  const tick = (): void => {
    const next = [...waits].reduce<Wait | undefined>((first, wait) => (first && first.untilMs <= wait.untilMs ? first : wait), undefined);
    ticking = next !== undefined;
    if (!next) return;
    waits.delete(next);
    waited.push(next.ms);
    nowMs = Math.max(nowMs, next.untilMs);
    next.resolve();
    setImmediate(tick);
  };

  return {
    waited,
    open: () => waits.size,
    now: () => nowMs + setMs,
    elapsed: () => nowMs - startMs,
    setDate(byMs) {
      setMs += byMs;
    },
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const wait = { ms, untilMs: nowMs + ms, resolve };
        waits.add(wait);
        signal?.addEventListener('abort', () => {
          waits.delete(wait);
          resolve();
        });
        if (!ticking) setImmediate(tick);
        ticking = true;
      }),
  };
}
