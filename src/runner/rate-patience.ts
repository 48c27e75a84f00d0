import type { RunLimits } from './run-limits.ts';
import { outageLimit } from './outage-guard.ts';

/** Decides whether a 429 that says how long to wait is pacing, or a server that answers nobody. */
export interface RatePatience {
  /** A 429 whose wait will be honoured: true while it uses up none of its call's attempts. */
  paces(): boolean;
  /** Any request was answered. */
  answered(): void;
}

/**
 * Waits that the server asked for are free until so many came in a row, without an answer to anyone, that the outage rule would have ended
 * the run: as many samples, each with all its attempts.
 */
export function createRatePatience(limits: Pick<RunLimits, 'startConcurrency' | 'outageAfter' | 'maxAttempts'>): RatePatience {
  const most = outageLimit(limits) * limits.maxAttempts;
  let inARow = 0;
  return {
    paces: () => (inARow += 1) <= most,
    answered() {
      inARow = 0;
    },
  };
}
