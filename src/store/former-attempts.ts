import type { Outcome } from '../core/index.ts';

/** An outcome that takes the place of a failure (`former`, as JSON): the attempts of both add up. Without a former one it stays as it is. */
export function withFormerAttempts(outcome: Outcome, former: string | undefined): Outcome {
  if (former === undefined) return outcome;
  return { ...outcome, attempts: outcome.attempts + (JSON.parse(former) as Outcome).attempts };
}
