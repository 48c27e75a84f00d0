import { seededRandom, type ModelError, type ModelErrorKind, type PassingError } from '../core/index.ts';
import type { RunLimits } from './run-limits.ts';

/** First pause of the kinds of failure that may pass. A rate limit is mostly counted by the minute: five attempts reach over one. */
const FIRST_WAIT_MS: { readonly [kind in PassingError]: number } & { readonly [kind in ModelErrorKind]?: number } = {
  rate: 5000,
  server: 1000,
  network: 1000,
  timeout: 1000,
  protocol: 1000,
};
const JITTER = 0.5;

/** Wait and try again, or give up (`why` says so beside the error's own message; empty when the kind is never retried). */
export type RetryDecision = { readonly waitMs: number } | { readonly why: string };

/**
 * What to do after attempt number `attempt` (1-based) failed; `paced` of them (default 0) were waits that the server asked for and do not count. Back-off doubles and is spread by up to half of itself, the same way in every
 * run (the spread is drawn from `place`). A server's own wait is honoured when it is within `maxRetryWaitMs`. No retry begins later than
 * `leftMs` from now, what is left of the call's deadline.
 */
export function decideRetry(
  error: ModelError,
  {
    attempt,
    paced = 0,
    place,
    limits,
    leftMs,
  }: { readonly attempt: number; readonly paced?: number; readonly place: string; readonly limits: RunLimits; readonly leftMs?: number },
): RetryDecision {
  const first = FIRST_WAIT_MS[error.kind];
  if (first === undefined) return { why: '' };
  const { maxAttempts, maxRetryWaitMs, callDeadlineMs } = limits;
  if ((error.retryAfterMs ?? 0) > maxRetryWaitMs) {
    return { why: `the server asks to wait ${seconds(error.retryAfterMs!)}, the limit is ${seconds(maxRetryWaitMs)}` };
  }
  if (attempt - paced >= maxAttempts) return { why: `after ${attempt} ${attempt === 1 ? 'attempt' : 'attempts'}` };
  const spread = 1 + JITTER * seededRandom(0, 'retry', place, attempt).random();
  const waitMs = error.retryAfterMs || Math.min(maxRetryWaitMs, Math.round(first * 2 ** (attempt - 1) * spread));
  if (callDeadlineMs !== undefined && waitMs >= (leftMs ?? Infinity)) {
    return { why: `after ${attempt} ${attempt === 1 ? 'attempt' : 'attempts'}, with the deadline of ${seconds(callDeadlineMs)} reached` };
  }
  return { waitMs };
}

/** To the millisecond: two times that differ must not look the same. */
function seconds(ms: number): string {
  return `${ms / 1000} s`;
}
