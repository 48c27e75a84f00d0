import { FathomError } from '../core/index.ts';

/** How hard a run may push a model. */
export interface RunLimits {
  /** Samples, and requests, in flight at once. Memory stays at this many prompts. */
  readonly concurrency: number;
  /** Requests made for one call at most, the first one included. */
  readonly maxAttempts: number;
  /** The longest pause before a retry. A server that asks for more gets no retry. */
  readonly maxRetryWaitMs: number;
  /** Deadline of one request, from sending to its last byte. Absent: none, because a long prefill may take many minutes. */
  readonly requestTimeoutMs?: number;
  /** Samples that must fail in a row, in ways that may pass, for the run to end early. Default: 8, or two rounds of `concurrency`. */
  readonly outageAfter?: number;
}

/** The limits of a run that sets none. */
export const DEFAULT_RUN_LIMITS: RunLimits = { concurrency: 4, maxAttempts: 5, maxRetryWaitMs: 60_000 };

/** The defaults with `asked` laid over them. Throws a FathomError (`misuse`) for a limit that makes no sense. */
export function resolveRunLimits(asked: Partial<RunLimits> = {}): RunLimits {
  const limits = { ...DEFAULT_RUN_LIMITS, ...asked };
  atLeast('concurrency', limits.concurrency, 1);
  atLeast('maxAttempts', limits.maxAttempts, 1);
  atLeast('maxRetryWaitMs', limits.maxRetryWaitMs, 0);
  if (limits.requestTimeoutMs !== undefined) atLeast('requestTimeoutMs', limits.requestTimeoutMs, 1);
  return limits;
}

function atLeast(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new FathomError('misuse', `The limit ${name} is ${value}.`, { fix: `Give a whole number of at least ${least}.` });
}
