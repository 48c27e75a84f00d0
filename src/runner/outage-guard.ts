import { FathomError, isRetryable, JUDGE_ERROR, type Result } from '../core/index.ts';
import type { RunLimits } from './run-limits.ts';

/** Fewer failures in a row than this are bad luck. */
const LEAST_IN_A_ROW = 8;

/** Notices that a server went away in the middle of a run. */
export interface OutageGuard {
  /** Takes the next recorded result; answers with the error that should end the run, if it is time. */
  saw(result: Result, model: string): FathomError | undefined;
}

/** Samples that must fail in a row. */
export function outageLimit({ startConcurrency, outageAfter }: Pick<RunLimits, 'startConcurrency' | 'outageAfter'>): number {
  return outageAfter ?? Math.max(LEAST_IN_A_ROW, 2 * startConcurrency);
}

/** Ends a run when every one of so many samples in a row failed in a way that may pass, each after all of its retries. */
export function createOutageGuard(limits: Pick<RunLimits, 'startConcurrency' | 'outageAfter'>): OutageGuard {
  const limit = outageLimit(limits);
  let inARow = 0;
  return {
    saw(result, model) {
      // A judge that is gone says nothing of the server.
      if (result.status === 'error' && result.reason === JUDGE_ERROR) return undefined;
      inARow = isRetryable(result) ? inARow + 1 : 0;
      if (inARow < limit || result.status === 'ok') return undefined;
      return new FathomError(
        'missing',
        `${inARow} samples in a row failed at ${model}, the last one with: ${result.reason}: ${result.detail}`,
        {
          fix: 'Look after the server, then resume the run: failed samples are asked again.',
        },
      );
    },
  };
}
