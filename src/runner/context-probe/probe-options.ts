import type { Documents, Model } from '../../core/index.ts';
import type { Clock } from '../clock.ts';
import type { RunSignals } from '../run-control.ts';
import type { RunEvent } from '../run-event.ts';
import type { RunLimits } from '../run-limits.ts';
import type { ProbeText } from './probe-prompt.ts';
import type { ProbeResultStep, WindowClaim } from './probe-result.ts';

/** Whom to probe, with what, and how far. */
export interface ProbeOptions {
  readonly model: Model;
  /** Prose of at least `upToTokens` tokens. */
  readonly text: ProbeText;
  readonly documents: Documents;
  /** The longest prompt, in our tokens. */
  readonly upToTokens: number;
  /** Prompt tokens that may be sent in all, repeated requests included. */
  readonly maxTokensSent: number;
  /** Windows that are claimed beforehand: tested early, never believed. */
  readonly claims?: readonly WindowClaim[];
  /** Draws the code words. Default 0. */
  readonly seed?: number;
  /** Laid over the limits of a run, with three attempts for each request. */
  readonly limits?: Partial<RunLimits>;
  readonly signals?: RunSignals;
  readonly onEvent?: (event: ProbeEvent) => void;
  readonly clock?: Clock;
}

/** What happens during a probe. `sending`: a prompt goes out. `found`: what became of a length, as far as known by then. */
export type ProbeEvent =
  | { readonly type: 'sending'; readonly lengthTokens: number; readonly sentTokens: number }
  | { readonly type: 'found'; readonly step: ProbeResultStep }
  | Extract<RunEvent, { readonly type: 'retry' }>;
