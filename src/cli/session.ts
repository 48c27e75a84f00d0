import { countNoun } from '../report/index.ts';
import type { Documents, JsonObject, Judge, Ledger, Model, Sample, Strategy, Task } from '../core/index.ts';
import {
  executeRun,
  INITIAL_PROGRESS,
  systemClock,
  viewProgress,
  reduceProgress,
  type BatchOptions,
  type Progress,
  type RunEnd,
  type RunLimits,
  type Schedule,
} from '../runner/index.ts';
import { promptDigest } from '../text/index.ts';
import type { Interruption } from './interruption.ts';
import { createProgressLine, describeProgress } from './progress-line.ts';
import { spendingShown, type OpenBudget } from './spending.ts';

/** All that one sitting of a run needs. */
export interface SessionOptions {
  readonly ledger: Ledger;
  readonly runId: string;
  readonly tasks: readonly Task[];
  readonly model: Model;
  readonly strategy: Strategy;
  readonly documents: Documents;
  readonly limits: Partial<RunLimits>;
  readonly schedule?: (pending: readonly Sample[]) => Schedule;
  readonly spending?: OpenBudget;
  /** Present: answers are taken from and put into the response cache. */
  readonly cache?: { readonly modelOptions: JsonObject };
  readonly quiet: boolean;
  /** Ctrl-C, also of the sittings before. */
  readonly interruption: Interruption;
  /** Names a baseline in the progress line. */
  readonly label?: string;
  /** The progress line in other words than a run's. */
  readonly describe?: (progress: Progress) => string;
  readonly batch?: BatchOptions;
  readonly judge?: Judge;
}

/** How often the progress line is looked at while the run waits. */
const WAITING_MS = 1000;

/** Answers what is pending, with progress on stderr; the model stays open. The first Ctrl-C finishes what is in flight, the second stops at once. */
export async function runSession(options: SessionOptions): Promise<RunEnd> {
  const line = createProgressLine(process.stderr, options.label === undefined ? {} : { label: options.label });
  const { signals } = options.interruption;
  const onDrain = () => {
    if (!signals.stop.aborted) line.note('Finishing what is in flight; Ctrl-C again stops at once. Nothing recorded is lost.');
  };
  signals.drain.addEventListener('abort', onDrain);
  let state = INITIAL_PROGRESS;
  const show = (nowMs: number) => {
    const described = (options.describe ?? describeProgress)(viewProgress(state, nowMs));
    line.update(described, options.spending && spendingShown(options.spending));
  };
  // While the server makes the run wait, no event tells that time goes by.
  const waiting = setInterval(() => {
    const nowMs = systemClock.now();
    if (!options.quiet && (state.heldUntilMs ?? 0) > nowMs) show(nowMs);
  }, WAITING_MS);
  try {
    return await executeRun({
      runId: options.runId,
      ledger: options.ledger,
      tasks: options.tasks,
      model: options.model,
      strategy: options.strategy,
      documents: options.documents,
      digestPrompt: promptDigest,
      limits: options.limits,
      signals,
      ...(options.schedule && { schedule: options.schedule }),
      ...(options.spending && { budget: options.spending.budget }),
      ...(options.cache && { cache: options.cache }),
      ...(options.batch && { batch: options.batch }),
      ...(options.judge && { judge: options.judge }),
      onEvent(event) {
        state = reduceProgress(state, event);
        if (options.quiet) return;
        if (event.type === 'truncation-suspected' && state.summary.truncationSuspected <= 1) {
          line.note(
            `Alarm: ${event.sampleId} was sent as ${event.promptTokens} tokens and the provider counted ${event.inputTokens}: does the server cut prompts?`,
          );
        }
        if (event.type === 'batch-submitted')
          line.note(
            `Batch ${event.batchId} is out with ${countNoun(event.requests, 'request')}. Ctrl-C leaves it running: fathom resume ${options.runId} comes back to it.`,
          );
        show(event.atMs);
      },
    });
  } finally {
    clearInterval(waiting);
    signals.drain.removeEventListener('abort', onDrain);
    if (!options.quiet) line.end();
  }
}

/** 0 complete · 3 something missing stopped it · 4 incomplete, or some samples failed for good · 130 interrupted. */
export function exitCodeOf(end: RunEnd): number {
  if (end.error) return 3;
  if (end.status === 'complete') return end.summary.errors > 0 ? 4 : 0;
  return end.cause === 'drain' || end.cause === 'stop' ? 130 : 4;
}
