import {
  FathomError,
  type Documents,
  type JsonObject,
  type Judge,
  type Ledger,
  type Model,
  type Outcome,
  type Sample,
  type Strategy,
  type Task,
} from '../core/index.ts';
import { createAdmission } from './admission/admission.ts';
import { answerInRounds } from './batch-rounds.ts';
import { fitsBatch, type BatchOptions } from './execute-batch.ts';
import { answerSample } from './answer-sample.ts';
import { systemClock, type Clock } from './clock.ts';
import { keptAnswers } from './kept-answer.ts';
import type { Budget } from './budget.ts';
import { createBudgetGate } from './budget-gate.ts';
import { markedAsks } from './marked-asks.ts';
import { createRatePatience } from './rate-patience.ts';
import { createRunControl, type RunSignals, type StopCause } from './run-control.ts';
import type { RunEvent } from './run-event.ts';
import { resolveRunLimits, type RunLimits } from './run-limits.ts';
import type { DigestPrompt, RunSession } from './run-session.ts';
import { requireCapabilities, requireTasks } from './run-requirements.ts';
import { inGivenOrder, type Schedule } from './schedule.ts';
import { summarizeRun, type RunSummary } from './run-summary.ts';
import { createTruncationAlarm, type AlarmContext, type TruncationAlarm } from './truncation-alarm.ts';
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
  /** Which pending sample is begun next. Default: plan order. */
  readonly schedule?: (pending: readonly Sample[]) => Schedule;
  /** What may be spent. It counts on over several runs that share it. Default: no limit. */
  readonly budget?: Budget;
  /** Judges answers as they come. Where it cannot be asked, the answer is recorded and its sample stays to be judged by the next session. */
  readonly judge?: Judge;
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
 * A prompt that could exceed the budget is left pending; the run ends when that is true of all that are left.
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
  const guard = createUnreachableGuard(Math.min(limits.startConcurrency, pending.length));
  const session = openSession(options, { limits, tasks, guard, pending, number: await ledger.beginSession(runId) });
  const { control, clock } = session;
  const over = new AbortController();
  try {
    session.emit({
      type: 'run-started',
      atMs: clock.now(),
      runId,
      summary: await summarizeRun(ledger, runId, { ...context, reopens: true }),
    });
    const watch = { guard, alarm: createTruncationAlarm(context), outage: createOutageGuard(limits) };
    void endInTime(session, over.signal);
    const singly = options.batch ? await answerBatches(session, pending, { batch: options.batch, watch }) : pending;
    await answerAll(session, (options.schedule ?? inGivenOrder)(singly), watch);
    return await endRun(session, context);
  } finally {
    over.abort();
    control.dispose();
  }
}

async function endInTime({ clock, control, limits }: RunSession, over: AbortSignal): Promise<void> {
  if (limits.runDeadlineMs === undefined) return;
  await clock.wait(limits.runDeadlineMs, over);
  if (!over.aborted) control.end('deadline');
}

function openSession(
  options: ExecuteRunOptions,
  parts: Pick<RunSession, 'limits' | 'tasks' | 'number'> & { readonly guard: UnreachableGuard; readonly pending: readonly Sample[] },
): RunSession {
  const { runId, ledger, model, strategy, documents, digestPrompt, cache, judge, budget, clock = systemClock } = options;
  const { limits, tasks, number, guard, pending } = parts;
  return {
    runId,
    number,
    ledger,
    tasks,
    model,
    strategy,
    documents,
    digestPrompt,
    limits,
    clock,
    ...(cache && { cache }),
    ...(judge && { judge }),
    ...(budget && { budget }),
    budgetGate: createBudgetGate(budget),
    control: createRunControl(options.signals),
    admission: createAdmission(limits, clock),
    patience: createRatePatience(limits),
    askOf: markedAsks({ model, documents }, pending),
    emit: (event) => options.onEvent?.(event),
    reached: () => guard.reached(),
  };
}

interface Watch {
  readonly outage: OutageGuard;
  readonly guard: UnreachableGuard;
  readonly alarm: TruncationAlarm;
}

/** Asks through batches what fits them. Gives the samples that are left to be asked one by one. */
async function answerBatches(
  session: RunSession,
  pending: readonly Sample[],
  { batch, watch }: { readonly batch: BatchOptions; readonly watch: Watch },
): Promise<readonly Sample[]> {
  // Failures inside a batch are no outage: it is over when they are read.
  const calm = { ...watch, outage: { saw: () => undefined } };
  const waiting = session.number === 1 ? new Set<Sample>() : await keptAnswers(session, pending);
  const asked = pending.filter((sample) => !waiting.has(sample));
  await guarded(session, () => answerInRounds(session, asked, { batch, record: (done) => record(session, done, calm) }));
  return pending.filter((sample) => waiting.has(sample) || !fitsBatch(sample));
}

/** Keeps as many samples in flight as the limits and the schedule allow. */
async function answerAll(session: RunSession, schedule: Schedule, watch: Watch): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  const settle = async (sample: Sample): Promise<void> => {
    schedule.settled(sample, await settleSample(session, sample, watch));
  };
  const begin = (sample: Sample): void => {
    const work = settle(sample).finally(() => inFlight.delete(work));
    inFlight.add(work);
  };
  for (;;) {
    while (inFlight.size < session.admission.limit() && !session.control.drain.aborted) {
      const sample = schedule.next();
      if (!sample) break;
      begin(sample);
    }
    if (inFlight.size === 0) break;
    await Promise.race(inFlight);
  }
  // What could exceed the budget was passed over; all else was asked.
  if (session.budgetGate.refused()) session.control.end('budget');
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

async function settleSample(session: RunSession, sample: Sample, watch: Watch): Promise<Outcome | undefined> {
  const { clock } = session;
  let outcome: Outcome | undefined;
  await guarded(session, async () => {
    session.emit({ type: 'sample-started', atMs: clock.now(), sampleId: sample.id, promptTokens: sample.promptTokens });
    outcome = await answerSample(session, sample);
    if (outcome === undefined) session.emit({ type: 'sample-left', atMs: clock.now(), sampleId: sample.id });
    else if (!watch.guard.holds(sample, outcome)) await record(session, { sample, outcome }, watch);
    await settleHeld(session, watch, false);
  });
  return outcome;
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
  { alarm, outage }: Watch,
): Promise<void> {
  await session.ledger.record(session.runId, outcome);
  const gone = outage.saw(outcome.result, session.model.id);
  if (gone) session.control.halt(gone);
  const atMs = session.clock.now();
  const inputTokens = alarm.saw(sample, outcome);
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
