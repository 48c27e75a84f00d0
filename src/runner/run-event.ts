import type { BatchState, ModelErrorKind, Outcome, Sample } from '../core/index.ts';
import type { StopCause } from './run-control.ts';
import type { RunSummary } from './run-summary.ts';

/** What happens in a run, in order. `atMs` is the runner's clock (milliseconds since 1970). */
export type RunEvent =
  /** `summary` holds what earlier sessions of the run recorded. */
  | {
      readonly type: 'run-started';
      readonly atMs: number;
      readonly runId: string;
      readonly summary: RunSummary;
    }
  | { readonly type: 'sample-started'; readonly atMs: number; readonly sampleId: string; readonly promptTokens: number }
  /** An attempt failed and will be repeated after `waitMs`. */
  | {
      readonly type: 'retry';
      readonly atMs: number;
      readonly sampleId: string;
      readonly attempt: number;
      readonly kind: ModelErrorKind;
      readonly waitMs: number;
      readonly message: string;
    }
  /** The provider counted far fewer tokens than were sent: the server may cut prompts. */
  | {
      readonly type: 'truncation-suspected';
      readonly atMs: number;
      readonly sampleId: string;
      readonly promptTokens: number;
      readonly inputTokens: number;
    }
  /** The outcome is in the ledger. */
  | { readonly type: 'sample-recorded'; readonly atMs: number; readonly sample: Sample; readonly outcome: Outcome }
  /** The sample was begun but has no outcome: it stays pending. */
  | { readonly type: 'sample-left'; readonly atMs: number; readonly sampleId: string }
  /** A batch was handed in to the provider. */
  | { readonly type: 'batch-submitted'; readonly atMs: number; readonly batchId: string; readonly requests: number }
  /** The provider said how far a batch is. */
  | ({ readonly type: 'batch-seen'; readonly atMs: number; readonly batchId: string } & BatchState)
  | { readonly type: 'run-ended'; readonly atMs: number; readonly summary: RunSummary; readonly cause?: StopCause };
