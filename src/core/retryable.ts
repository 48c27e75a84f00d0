import type { ModelErrorKind } from './errors.ts';
import type { Result } from './score.ts';

/** Kinds of model failure that may pass: asking again later makes sense. */
export const PASSING_ERRORS = ['rate', 'server', 'network', 'timeout', 'protocol'] as const satisfies readonly ModelErrorKind[];

export type PassingError = (typeof PASSING_ERRORS)[number];

/**
 * Whether a recorded result is a failure that may pass. Such a sample carries its reason, the run stays incomplete, and a resume asks it
 * again. Every other result is final.
 */
export function isRetryable(result: Result): boolean {
  return result.status === 'error' && (PASSING_ERRORS as readonly string[]).includes(result.reason);
}
