import type { Outcome, Sample } from '../core/index.ts';

/** Keeps network failures of a server that was never there out of the ledger. */
export interface UnreachableGuard {
  /** The server answered something: from now on a network failure belongs to its sample. */
  reached(): void;
  /** True when it keeps the outcome back for now. */
  holds(sample: Sample, outcome: Outcome): boolean;
  /** Outcomes to record after all; each is given once. */
  release(): readonly { readonly sample: Sample; readonly outcome: Outcome }[];
  /** What the network said when the server is not there, else undefined. `last`: no more samples will come. */
  verdict(last: boolean): string | undefined;
}

/** `patience`: so many samples must fail, with no sign of the server, before it counts as unreachable. */
export function createUnreachableGuard(patience: number): UnreachableGuard {
  let held: { readonly sample: Sample; readonly outcome: Outcome }[] = [];
  let reached = false;
  return {
    reached() {
      reached = true;
    },
    holds(sample, outcome) {
      if (reached || outcome.result.status !== 'error' || outcome.result.reason !== 'network') return false;
      held.push({ sample, outcome });
      return true;
    },
    release() {
      if (!reached) return [];
      const released = held;
      held = [];
      return released;
    },
    verdict(last) {
      const result = held.at(-1)?.outcome.result;
      if (reached || result === undefined || result.status === 'ok' || (held.length < patience && !last)) return undefined;
      return result.detail;
    },
  };
}
