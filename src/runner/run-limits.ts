import { FathomError } from '../core/index.ts';

/** How hard a run may push a model, and how long. */
export interface RunLimits {
  /** Samples, and requests, in flight at once at most. Memory stays at this many prompts. */
  readonly concurrency: number;
  /** Requests in flight at once to begin with; from there the number adapts. Default: `concurrency` where that is given, else 4. */
  readonly startConcurrency: number;
  /** Prompt tokens in flight at once: sixteen prompts of a thousand tokens are not sixteen of a million. One prompt may be larger. */
  readonly tokensInFlight: number;
  /** Requests in any 60 seconds. Absent: no limit. */
  readonly requestsPerMinute?: number;
  /** Prompt tokens, our count, in any 60 seconds. Absent: no limit. */
  readonly tokensPerMinute?: number;
  /** Requests made for one call at most, the first one included. */
  readonly maxAttempts: number;
  /** The longest pause before a retry. A server that asks for more gets no retry. */
  readonly maxRetryWaitMs: number;
  /** Deadline of one request, from sending to its last byte. Default: an hour, because a long prefill may take many minutes; a server that hangs ends. */
  readonly requestTimeoutMs?: number;
  /** Deadline of one call with all its retries and pauses. Absent: none. */
  readonly callDeadlineMs?: number;
  /** The run begins nothing new after this time. Absent: no end. */
  readonly runDeadlineMs?: number;
  /** Samples that must fail in a row, in ways that may pass, for the run to end early. Default: 8, or two rounds of `startConcurrency`. */
  readonly outageAfter?: number;
}

/** The limits of a run that sets none. */
export const DEFAULT_RUN_LIMITS: RunLimits = {
  concurrency: 16,
  startConcurrency: 4,
  tokensInFlight: 4_000_000,
  maxAttempts: 5,
  maxRetryWaitMs: 60_000,
  requestTimeoutMs: 3_600_000,
};

const LEAST: { readonly [name in keyof RunLimits]: number } = {
  concurrency: 1,
  startConcurrency: 1,
  tokensInFlight: 1,
  requestsPerMinute: 1,
  tokensPerMinute: 1,
  maxAttempts: 1,
  maxRetryWaitMs: 0,
  requestTimeoutMs: 1,
  callDeadlineMs: 1,
  runDeadlineMs: 1,
};

/** The defaults with `asked` laid over them. Throws a FathomError (`misuse`) for a limit that makes no sense. */
export function resolveRunLimits(asked: Partial<RunLimits> = {}): RunLimits {
  const limits = { ...DEFAULT_RUN_LIMITS, ...(asked.concurrency !== undefined && { startConcurrency: asked.concurrency }), ...asked };
  for (const [name, least] of Object.entries(LEAST) as [keyof RunLimits, number][]) atLeast(name, limits[name], least);
  return { ...limits, startConcurrency: Math.min(limits.startConcurrency, limits.concurrency) };
}

function atLeast(name: string, value: number | undefined, least: number): void {
  if (value === undefined || (Number.isInteger(value) && value >= least)) return;
  throw new FathomError('misuse', `The limit ${name} is ${value}.`, { fix: `Give a whole number of at least ${least}.` });
}
