import { isRetryable, type Ledger, type Outcome, type Sample, type SkippedSample } from '../core/index.ts';
import { createTruncationAlarm, type AlarmContext } from './truncation-alarm.ts';

/** Counts of a run. `total = ok + errors + skipped + pending`. Token sums hold what providers reported and nothing else. */
export interface RunSummary {
  readonly total: number;
  readonly ok: number;
  readonly errors: number;
  readonly skipped: number;
  readonly pending: number;
  /** Errors that may pass: a resume asks these samples again. */
  readonly passingErrors: number;
  readonly errorsByReason: { readonly [reason: string]: number };
  readonly skippedByReason: { readonly [reason: string]: number };
  /** Sum of the values of all scores; divided by `ok` it is the mean. */
  readonly scoreSum: number;
  /** Our count over all samples that are or were to be asked, and over those still pending. */
  readonly promptTokens: number;
  readonly pendingPromptTokens: number;
  readonly usage: {
    readonly inputTokens: number;
    readonly cachedTokens: number;
    readonly outputTokens: number;
    readonly reasoningTokens: number;
  };
  /** Requests made, failed ones included. */
  readonly attempts: number;
  /** Samples answered from the response cache. */
  readonly fromCache: number;
  /** Samples with an answer that was cut at the token limit. */
  readonly cutAnswers: number;
  readonly truncationSuspected: number;
}

/** A summary of nothing. */
export const EMPTY_SUMMARY: RunSummary = {
  total: 0,
  ok: 0,
  errors: 0,
  skipped: 0,
  pending: 0,
  passingErrors: 0,
  errorsByReason: {},
  skippedByReason: {},
  scoreSum: 0,
  promptTokens: 0,
  pendingPromptTokens: 0,
  usage: { inputTokens: 0, cachedTokens: 0, outputTokens: 0, reasoningTokens: 0 },
  attempts: 0,
  fromCache: 0,
  cutAnswers: 0,
  truncationSuspected: 0,
};

/** Reads a whole run, row by row; with `reopens`, failures that may pass count as pending, as they are about to be asked again. Rejects with a FathomError (`missing`) for an unknown run. */
export async function summarizeRun(
  ledger: Ledger,
  runId: string,
  context: AlarmContext & { readonly reopens?: boolean },
): Promise<RunSummary> {
  let summary = EMPTY_SUMMARY;
  const alarm = createTruncationAlarm(context);
  for await (const { sample, outcome } of ledger.rows(runId)) {
    summary = addPending(summary, sample);
    if (!outcome || (context.reopens && isRetryable(outcome.result))) continue;
    summary = addOutcome(summary, { sample, outcome });
    alarm.saw(sample, outcome);
  }
  return { ...summary, truncationSuspected: alarm.suspected() };
}

/** Adds a sample without an outcome. */
export function addPending(summary: RunSummary, sample: Sample | SkippedSample): RunSummary {
  const tokens = promptTokensOf(sample);
  return {
    ...summary,
    total: summary.total + 1,
    pending: summary.pending + 1,
    promptTokens: summary.promptTokens + tokens,
    pendingPromptTokens: summary.pendingPromptTokens + tokens,
  };
}

/** Moves a pending sample to its outcome. `truncationSuspected` stays: a prompt is judged together with others. */
export function addOutcome(
  summary: RunSummary,
  { sample, outcome }: { readonly sample: Sample | SkippedSample; readonly outcome: Outcome },
): RunSummary {
  return {
    ...addResult(summary, outcome.result),
    pending: summary.pending - 1,
    pendingPromptTokens: summary.pendingPromptTokens - promptTokensOf(sample),
    usage: addUsage(summary.usage, outcome),
    attempts: summary.attempts + outcome.attempts,
    fromCache: summary.fromCache + Number(outcome.cached),
    cutAnswers: summary.cutAnswers + Number(outcome.calls.some((call) => call.finish === 'length')),
  };
}

function addResult(summary: RunSummary, result: Outcome['result']): RunSummary {
  if (result.status === 'ok') return { ...summary, ok: summary.ok + 1, scoreSum: summary.scoreSum + result.score.value };
  if (result.status === 'error') {
    return {
      ...summary,
      errors: summary.errors + 1,
      passingErrors: summary.passingErrors + Number(isRetryable(result)),
      errorsByReason: increment(summary.errorsByReason, result.reason),
    };
  }
  return { ...summary, skipped: summary.skipped + 1, skippedByReason: increment(summary.skippedByReason, result.reason) };
}

function addUsage(usage: RunSummary['usage'], { calls, cached }: Outcome): RunSummary['usage'] {
  // An answer from the cache cost nothing in this run.
  if (cached) return usage;
  const sum = (key: keyof RunSummary['usage']): number => calls.reduce((total, call) => total + (call.usage[key] ?? 0), usage[key]);
  return {
    inputTokens: sum('inputTokens'),
    cachedTokens: sum('cachedTokens'),
    outputTokens: sum('outputTokens'),
    reasoningTokens: sum('reasoningTokens'),
  };
}

function increment(counts: { readonly [reason: string]: number }, reason: string): { readonly [reason: string]: number } {
  return { ...counts, [reason]: (Object.hasOwn(counts, reason) ? counts[reason]! : 0) + 1 };
}

function promptTokensOf(sample: Sample | SkippedSample): number {
  return 'skipped' in sample ? 0 : sample.promptTokens;
}
