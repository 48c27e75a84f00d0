import { ModelError, type Usage } from '../core/index.ts';
import type { Entrance } from './admission/admission.ts';
import type { Budget, RequestEstimate } from './budget.ts';

/** Where requests wait for room in the budget. */
export interface BudgetGate {
  /**
   * Resolves to true once the request is reserved, to false when it could exceed the budget even with nothing in flight. A request that does
   * not fit only because of those in flight waits until they settle. Rejects with ModelError `aborted` when the run ends meanwhile.
   */
  enter(estimate: RequestEstimate, entrance: Pick<Entrance, 'urgent' | 'signal'>): Promise<boolean>;
  /** Settles a request that entered. */
  leave(estimate: RequestEstimate, usage: Usage | undefined): void;
  /** Whether any request was refused so far. */
  refused(): boolean;
}

interface Waiting {
  readonly estimate: RequestEstimate;
  readonly end: (isReserved: boolean) => void;
}

/** First come, first served, but urgent requests go first: a large prompt is not overtaken for ever. Without a budget everything enters. */
export function createBudgetGate(budget: Budget | undefined): BudgetGate {
  const queue: Waiting[] = [];
  let refused = false;
  const letIn = (): void => {
    for (let next = queue[0]; next; next = queue[0]) {
      const reservation = budget?.reserve(next.estimate) ?? 'reserved';
      if (reservation === 'later') return;
      refused ||= reservation === 'over';
      queue.shift();
      next.end(reservation === 'reserved');
    }
  };
  return {
    enter: (estimate, { urgent, signal }) =>
      new Promise((resolve, reject) => {
        const aborted = new ModelError('aborted', 'The run is ending.');
        if (signal.aborted) return reject(aborted);
        const give = (): void => {
          queue.splice(queue.indexOf(waiting), 1);
          reject(aborted);
          letIn();
        };
        const waiting: Waiting = {
          estimate,
          end(isReserved) {
            signal.removeEventListener('abort', give);
            resolve(isReserved);
          },
        };
        signal.addEventListener('abort', give, { once: true });
        if (urgent) queue.unshift(waiting);
        else queue.push(waiting);
        letIn();
      }),
    leave(estimate, usage) {
      budget?.settle(estimate, usage);
      letIn();
    },
    refused: () => refused,
  };
}
