import {
  FathomError,
  type Documents,
  type JsonObject,
  type Ledger,
  type Model,
  type Outcome,
  type Sample,
  type Strategy,
  type Task,
} from '../core/index.ts';
import { answerInBatches, fitsBatch, type BatchOptions } from './execute-batch.ts';
import { createAdmission } from './admission.ts';
import { answerSample } from './answer-sample.ts';
import { systemClock, type Clock } from './clock.ts';
import { createRunControl, type RunSignals, type StopCause } from './run-control.ts';
import type { RunEvent } from './run-event.ts';
import { resolveRunLimits, type RunLimits } from './run-limits.ts';
import type { DigestPrompt, RunSession } from './run-session.ts';
import { summarizeRun, type RunSummary } from './run-summary.ts';
import { suspectTruncation, type AlarmContext } from './truncation-alarm.ts';
import { createOutageGuard, type OutageGuard } from './outage-guard.ts';
import { createUnreachableGuard, type UnreachableGuard } from './unreachable-guard.ts';

/** A run in a ledger, and all that is needed to answer its pending samples. */
export interface ExecuteRunOptions {
  readonly runId: string;
  readonly ledger: Ledger;
  /** At least the tasks of the pending samples. */
  readonly tasks: readonly Task[];
  readonly model: Model;
  readonly strategy: Strategy;
  readonly documents: Documents;
  readonly digestPrompt: DigestPrompt;
  /** Laid over DEFAULT_RUN_LIMITS. */
  readonly limits?: Partial<RunLimits>;
  readonly signals?: RunSignals;
  /** Uses the response cache: `modelOptions` is what else goes into the requests. Default: off. */
  readonly cache?: { readonly modelOptions: JsonObject };
  /** Asks through the provider's batch endpoint what fits one; the strategy must be `direct`. */
  readonly batch?: BatchOptions;
  readonly onEvent?: (event: RunEvent) => void;
  /** Default: the computer's clock. */
  readonly clock?: Clock;
}

/** How a session of a run ended. `complete`: every sample has its outcome. */
export interface RunEnd {
  readonly status: 'complete' | 'incomplete';
  /** Why it ended early. */
  readonly cause?: StopCause;
  /** With cause `error`: what to tell the user. The samples without an answer stay pending. */
  readonly error?: FathomError;
  /** Of the whole run, from the ledger's rows. */
  readonly summary: RunSummary;
}

/**
 * Answers the pending samples of a run in plan order and records exactly one outcome each; on a run that was stopped it goes on where it was.
 * A wrong key, an empty account, a server that was never there or one that went away ends the run early (RunEnd.error) with nothing lost:
 * failures that may pass are recorded with their reason and asked again by the next session.
 * Rejects with a FathomError when the run cannot begin (`missing`: run or task unknown, `misuse`) or the ledger fails (`storage`).
 */
export async function executeRun(options: ExecuteRunOptions): Promise<RunEnd> {
  const { runId, ledger, strategy, model } = options;
  const context: AlarmContext = { strategy: strategy.id, ...(model.tokenizer !== undefined && { tokenizer: model.tokenizer }) };
  const limits = resolveRunLimits(options.limits);
  requireCapabilities(strategy, model);
  const pending = await ledger.pending(runId);
  const tasks = requireTasks(pending, options.tasks);
  const guard = createUnreachableGuard(Math.min(limits.concurrency, pending.length));
  const session = openSession(options, { limits, tasks, guard });
  const { control, clock } = session;
  try {
    await ledger.setStatus(runId, 'running');
    session.emit({
      type: 'run-started',
      atMs: clock.now(),
      runId,
      summary: await summarizeRun(ledger, runId, { ...context, reopens: true }),
      context,
    });
    const watch = { guard, context, outage: createOutageGuard(limits) };
    const { batch } = options;
    // Failures inside a batch are no outage: it is over when they are read.
    const calm = { ...watch, outage: { saw: () => undefined } };
    if (batch)
      await guarded(session, () =>
        answerInBatches(session, pending.filter(fitsBatch), { batch, record: (done) => record(session, done, calm) }),
      );
    await answerAll(session, batch ? pending.filter((sample) => !fitsBatch(sample)) : pending, watch);
    return await endRun(session, context);
  } finally {
    control.dispose();
  }
}

function openSession(
  options: ExecuteRunOptions,
  { limits, tasks, guard }: { readonly limits: RunLimits; readonly tasks: RunSession['tasks']; readonly guard: UnreachableGuard },
): RunSession {
  const { runId, ledger, model, strategy, documents, digestPrompt, cache, clock = systemClock } = options;
  return {
    runId,
    ledger,
    tasks,
    model,
    strategy,
    documents,
    digestPrompt,
    limits,
    clock,
    ...(cache && { cache }),
    control: createRunControl(options.signals),
    admission: createAdmission(limits.concurrency, clock),
    emit: (event) => options.onEvent?.(event),
    reached: () => guard.reached(),
  };
}

interface Watch {
  readonly outage: OutageGuard;
  readonly guard: UnreachableGuard;
  readonly context: AlarmContext;
}

async function answerAll(session: RunSession, pending: readonly Sample[], watch: Watch): Promise<void> {
  const queue = pending.values();
  const worker = async (): Promise<void> => {
    for (const sample of queue) {
      if (session.control.drain.aborted) return;
      await settleSample(session, sample, watch);
    }
  };
  await Promise.all(Array.from({ length: session.limits.concurrency }, worker));
  await guarded(session, () => settleHeld(session, watch, true));
}

/** Trouble of the run, not of the sample, halts the run. */
async function guarded(session: RunSession, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    session.control.halt(error);
  }
}

async function settleSample(session: RunSession, sample: Sample, watch: Watch): Promise<void> {
  const { clock } = session;
  await guarded(session, async () => {
    session.emit({ type: 'sample-started', atMs: clock.now(), sampleId: sample.id, promptTokens: sample.promptTokens });
    const outcome = await answerSample(session, sample);
    if (outcome === undefined) session.emit({ type: 'sample-left', atMs: clock.now(), sampleId: sample.id });
    else if (!watch.guard.holds(sample, outcome)) await record(session, { sample, outcome }, watch);
    await settleHeld(session, watch, false);
  });
}

/** Records failures that were held back once the server proved to be there; halts the run when it is clear that it is not. */
async function settleHeld(session: RunSession, watch: Watch, last: boolean): Promise<void> {
  const { guard } = watch;
  for (const held of guard.release()) await record(session, held, watch);
  const error = guard.verdict(last);
  if (error === undefined) return;
  session.control.halt(
    new FathomError('missing', `No answer from ${session.model.id}: ${error}`, {
      fix: 'Check that the server runs and that its address is right, then resume the run: nothing is lost.',
    }),
  );
}

async function record(
  session: RunSession,
  { sample, outcome }: { readonly sample: Sample; readonly outcome: Outcome },
  { context, outage }: Watch,
): Promise<void> {
  await session.ledger.record(session.runId, outcome);
  const gone = outage.saw(outcome.result, session.model.id);
  if (gone) session.control.halt(gone);
  const atMs = session.clock.now();
  const inputTokens = suspectTruncation(sample, outcome, context);
  if (inputTokens !== undefined) {
    session.emit({ type: 'truncation-suspected', atMs, sampleId: sample.id, promptTokens: sample.promptTokens, inputTokens });
  }
  session.emit({ type: 'sample-recorded', atMs, sample, outcome });
}

async function endRun({ control, ledger, runId, clock, emit }: RunSession, context: AlarmContext): Promise<RunEnd> {
  const error = control.error();
  const expected = error instanceof FathomError && error.code !== 'storage' ? error : undefined;
  if (control.cause() === 'error' && !expected) {
    // The ledger may be what failed: its own error is the one to show.
    await ledger.setStatus(runId, 'incomplete').catch(() => undefined);
    throw error;
  }
  const summary = await summarizeRun(ledger, runId, context);
  const status = summary.pending + summary.passingErrors === 0 ? 'complete' : 'incomplete';
  await ledger.setStatus(runId, status);
  const stopped = control.cause();
  const cause = status === 'incomplete' && stopped ? { cause: stopped } : {};
  emit({ type: 'run-ended', atMs: clock.now(), summary, ...cause });
  return { status, summary, ...cause, ...(expected && { error: expected }) };
}

function requireCapabilities(strategy: Strategy, model: Model): void {
  const lacking = strategy.needs.filter((need) => !model.capabilities.has(need));
  if (lacking.length === 0) return;
  throw new FathomError('misuse', `The strategy ${strategy.id} needs ${lacking.join(', ')}, which ${model.id} does not offer.`, {
    fix: 'Choose another model or strategy.',
  });
}

function requireTasks(pending: readonly Sample[], tasks: readonly Task[]): RunSession['tasks'] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const { task: id, taskVersion } of pending) {
    const task = byId.get(id);
    if (!task) throw new FathomError('missing', `The run asks samples of the task ${id}, which is not known.`, { fix: 'Load the task.' });
    if (task.version !== taskVersion) {
      throw new FathomError(
        'data',
        `The run was made with version ${taskVersion} of the task ${id}; this Fathom has version ${task.version}.`,
        {
          fix: 'Start a new run, or resume with the Fathom that made it.',
        },
      );
    }
  }
  return byId;
}
