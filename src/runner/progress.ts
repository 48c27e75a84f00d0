import type { RunEvent } from './run-event.ts';
import { addOutcome, EMPTY_SUMMARY, type RunSummary } from './run-summary.ts';

/** A request costs time beside its prompt: as much as this many prompt tokens, so that empty prompts still move the estimate. */
const FIXED_WORK_TOKENS = 256;

/** What a run has done so far, folded from its events. */
export interface ProgressState {
  readonly startedAtMs: number;
  readonly summary: RunSummary;
  /** Work done in this session by asking a model, in token equivalents: neither earlier sessions nor cached answers tell its speed. */
  readonly askedWork: number;
  readonly askedSamples: number;
  readonly retries: number;
  /** Until when the server asked for a pause, or the run makes one, after a 429 that nothing was answered since. */
  readonly heldUntilMs?: number;
  readonly endedAtMs?: number;
}

/** What people want to see of a run that is going on. */
export interface Progress {
  /** Samples with an outcome: scored, failed and skipped. */
  readonly done: number;
  readonly total: number;
  readonly ok: number;
  readonly errors: number;
  readonly skipped: number;
  /** Mean of the scores so far, 0–1; null before the first. */
  readonly scoreMean: number | null;
  /** Prompt tokens (our count) of samples with an outcome, and of all samples. */
  readonly promptTokensDone: number;
  readonly promptTokens: number;
  readonly retries: number;
  readonly truncationSuspected: number;
  /** Samples asked per second in this session; null before the first. */
  readonly samplesPerSecond: number | null;
  /** How long the run still waits because the server asks for fewer requests (429); null: it does not. */
  readonly waitingMs: number | null;
  /** Time left at the speed of this session, weighted by tokens; null before the first answer of an unfinished run. */
  readonly etaMs: number | null;
}

/** The state before the first event. */
export const INITIAL_PROGRESS: ProgressState = {
  startedAtMs: 0,
  summary: EMPTY_SUMMARY,
  askedWork: 0,
  askedSamples: 0,
  retries: 0,
};

/** Folds one event into the state. Pure. */
export function reduceProgress(state: ProgressState, event: RunEvent): ProgressState {
  switch (event.type) {
    case 'run-started':
      return { ...INITIAL_PROGRESS, startedAtMs: event.atMs, summary: event.summary };
    case 'retry':
      return {
        ...state,
        retries: state.retries + 1,
        ...(event.kind === 'rate' && { heldUntilMs: Math.max(state.heldUntilMs ?? 0, event.atMs + event.waitMs) }),
      };
    case 'truncation-suspected':
      return { ...state, summary: { ...state.summary, truncationSuspected: state.summary.truncationSuspected + 1 } };
    case 'sample-recorded':
      return afterSample(state, event);
    case 'run-ended':
      return { ...state, endedAtMs: event.atMs };
    default:
      return state;
  }
}

function afterSample(
  { heldUntilMs: _over, ...state }: ProgressState,
  event: Extract<RunEvent, { readonly type: 'sample-recorded' }>,
): ProgressState {
  const summary = addOutcome(state.summary, event);
  if (event.outcome.cached) return { ...state, summary };
  const askedWork = state.askedWork + event.sample.promptTokens + FIXED_WORK_TOKENS;
  return { ...state, summary, askedWork, askedSamples: state.askedSamples + 1 };
}

/** The state as people want to see it at `nowMs`. */
export function viewProgress({ summary, ...state }: ProgressState, nowMs: number): Progress {
  const elapsedMs = (state.endedAtMs ?? nowMs) - state.startedAtMs;
  const known = elapsedMs > 0 && state.askedSamples > 0;
  const workLeft = summary.pendingPromptTokens + summary.pending * FIXED_WORK_TOKENS;
  return {
    done: summary.total - summary.pending,
    total: summary.total,
    ok: summary.ok,
    errors: summary.errors,
    skipped: summary.skipped,
    scoreMean: summary.ok === 0 ? null : summary.scoreSum / summary.ok,
    promptTokensDone: summary.promptTokens - summary.pendingPromptTokens,
    promptTokens: summary.promptTokens,
    retries: state.retries,
    truncationSuspected: summary.truncationSuspected,
    samplesPerSecond: known ? (1000 * state.askedSamples) / elapsedMs : null,
    waitingMs: state.heldUntilMs !== undefined && state.heldUntilMs > nowMs ? state.heldUntilMs - nowMs : null,
    etaMs: summary.pending === 0 ? 0 : known ? (workLeft * elapsedMs) / state.askedWork : null,
  };
}
