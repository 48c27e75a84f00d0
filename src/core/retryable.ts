import type { ModelErrorKind } from './errors.ts';
import type { Result } from './score.ts';

/** Kinds of model failure that may pass: asking again later makes sense. */
export const PASSING_ERRORS = ['rate', 'server', 'network', 'timeout', 'protocol'] as const satisfies readonly ModelErrorKind[];

export type PassingError = (typeof PASSING_ERRORS)[number];

/** Reason of a failure that came after the answer: the judge could not be asked. The answer is kept, and a resume asks the judge again, not the model. */
export const JUDGE_ERROR = 'judge-failed';

/** Reasons of failures that may pass. */
export const RETRYABLE_REASONS: readonly string[] = [...PASSING_ERRORS, JUDGE_ERROR];

/**
 * Whether a recorded result is a failure that may pass. Such a sample carries its reason, the run stays incomplete, and a resume asks it
 * again. Every other result is final.
 */
export function isRetryable(result: Result): boolean {
  return result.status === 'error' && RETRYABLE_REASONS.includes(result.reason);
}

/** Reason of a failure that came after the answer: the scorer gave up on it. */
export const SCORER_ERROR = 'scorer';

/** Whether a recorded result is a failure without an answer, so that its sample can be asked again on demand. An answer that could not be scored is kept. */
export function isReopenable(result: Result): boolean {
  return result.status === 'error' && result.reason !== SCORER_ERROR;
}
