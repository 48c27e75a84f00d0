import type { Documents, JsonObject, Ledger, Model, Task } from '../core/index.ts';
import {
  executeRun,
  INITIAL_PROGRESS,
  viewProgress,
  reduceProgress,
  type BatchOptions,
  type RunEnd,
  type RunLimits,
} from '../runner/index.ts';
import { createDirect } from '../strategies/index.ts';
import { promptDigest, renderStep } from '../text/index.ts';
import { createProgressLine } from './progress-line.ts';

/** All that one sitting of a run needs. */
export interface SessionOptions {
  readonly ledger: Ledger;
  readonly runId: string;
  readonly tasks: readonly Task[];
  readonly model: Model;
  readonly documents: Documents;
  readonly limits: Partial<RunLimits>;
  /** Present: answers are taken from and put into the response cache. */
  readonly cache?: { readonly modelOptions: JsonObject };
  readonly quiet: boolean;
  readonly batch?: BatchOptions;
}

/** Answers what is pending, with progress on stderr. The first Ctrl-C finishes what is in flight, the second stops at once. */
export async function runSession(options: SessionOptions): Promise<RunEnd> {
  const line = createProgressLine(process.stderr);
  const signals = { drain: new AbortController(), stop: new AbortController() };
  const onInterrupt = () => {
    if (signals.drain.signal.aborted) return signals.stop.abort();
    signals.drain.abort();
    line.note('Finishing what is in flight; Ctrl-C again stops at once. Nothing recorded is lost.');
  };
  const onTerminate = () => signals.stop.abort();
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate);
  let state = INITIAL_PROGRESS;
  try {
    return await executeRun({
      runId: options.runId,
      ledger: options.ledger,
      tasks: options.tasks,
      model: options.model,
      strategy: createDirect({ renderStep }),
      documents: options.documents,
      digestPrompt: promptDigest,
      limits: options.limits,
      signals: { drain: signals.drain.signal, stop: signals.stop.signal },
      ...(options.cache && { cache: options.cache }),
      ...(options.batch && { batch: options.batch }),
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
            `Batch ${event.batchId} is out with ${event.requests} requests. Ctrl-C leaves it running: fathom resume ${options.runId} comes back to it.`,
          );
        line.update(viewProgress(state, event.atMs));
      },
    });
  } finally {
    process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate);
    if (!options.quiet) line.end();
    await options.model.close?.();
  }
}

/** 0 complete · 3 something missing stopped it · 4 incomplete · 130 interrupted. */
export function exitCodeOf(end: RunEnd): number {
  if (end.error) return 3;
  if (end.status === 'complete') return 0;
  return end.cause === 'drain' || end.cause === 'stop' ? 130 : 4;
}
