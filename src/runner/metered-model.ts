import {
  FathomError,
  ModelError,
  type CallRecord,
  type Generation,
  type Model,
  type ModelRequest,
  type Sample,
  type Usage,
} from '../core/index.ts';
import { requestOnce } from './request-once.ts';
import { requestTokens } from './request-tokens.ts';
import { decideRetry } from './retry-delay.ts';
import type { RunSession } from './run-session.ts';

/** A model for one sample, with what it cost. */
export interface MeteredModel {
  readonly model: Model;
  /** Calls with an answer, in order. */
  readonly calls: readonly CallRecord[];
  /** Requests that were made. */
  attempts(): number;
  /** True when a call was given up because the run is ending: the sample has no outcome yet. */
  interrupted(): boolean;
}

/** What metering needs of a run in progress. */
type MeteredSession = Pick<
  RunSession,
  'runId' | 'number' | 'model' | 'limits' | 'clock' | 'control' | 'admission' | 'patience' | 'emit' | 'reached' | 'budgetGate'
>;

/** What metering needs of a sample. */
type MeteredSample = Pick<Sample, 'id' | 'cluster' | 'ask' | 'promptTokens'>;

interface Meter {
  readonly session: MeteredSession;
  readonly sample: MeteredSample;
  readonly calls: CallRecord[];
  /** Calls of an earlier answer that are given again instead of asking. */
  readonly replay: readonly CallRecord[];
  attempts: number;
  interrupted: boolean;
}

/**
 * The one place where requests are admitted, timed, repeated and counted. Calls are taken from `replay` as long as it lasts.
 * A failure that no retry mends reaches the strategy as a ModelError; a wrong key or an empty account also halts the run.
 */
export function createMeteredModel(session: MeteredSession, sample: MeteredSample, replay: readonly CallRecord[] = []): MeteredModel {
  const meter: Meter = { session, sample, calls: [], replay, attempts: 0, interrupted: false };
  const { model } = session;
  const metered: Model = {
    id: model.id,
    ...(model.contextTokens !== undefined && { contextTokens: model.contextTokens }),
    ...(model.overheadTokens !== undefined && { overheadTokens: model.overheadTokens }),
    ...(model.tokenizer !== undefined && { tokenizer: model.tokenizer }),
    capabilities: model.capabilities,
    generate: (request) => call(meter, request),
    extension: (key) => model.extension(key),
  };
  return { model: metered, calls: meter.calls, attempts: () => meter.attempts, interrupted: () => meter.interrupted };
}

async function call(meter: Meter, request: ModelRequest): Promise<Generation> {
  const known = meter.replay[meter.calls.length];
  const generation = known ?? (await askWithRetries(meter, request));
  meter.calls.push(callRecord(generation));
  return generation;
}

function callRecord({ text, reasoning, finish, usage, latencyMs, firstTokenMs }: Generation): CallRecord {
  return {
    text,
    ...(reasoning !== undefined && { reasoning }),
    finish,
    usage,
    latencyMs,
    ...(firstTokenMs !== undefined && { firstTokenMs }),
  };
}

async function askWithRetries(meter: Meter, request: ModelRequest): Promise<Generation> {
  const { clock, limits } = meter.session;
  const untilMs = clock.elapsed() + (limits.callDeadlineMs ?? Infinity);
  let paced = 0;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(meter, request, { attempt, untilMs });
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      // Waiting as long as the server asks uses up no attempt.
      if (error.kind === 'rate' && error.retryAfterMs && meter.session.patience.paces()) paced += 1;
      await beforeRetry(meter, error, { attempt, paced, untilMs });
    }
  }
}

/** Which attempt of a call, and the elapsed time of the clock at which the call ends. */
interface Attempt {
  readonly attempt: number;
  readonly untilMs: number;
}

async function ask(meter: Meter, request: ModelRequest, { attempt, untilMs }: Attempt): Promise<Generation> {
  const { session, sample } = meter;
  const { control, admission, budgetGate } = session;
  const estimate = {
    promptTokens: requestTokens(request, sample),
    maxAnswerTokens: request.output.maxTokens + (session.model.thinkingTokens ?? 0),
  };
  // A repeated request is new work; the next step of an answer in flight is not.
  const isNextStep = attempt === 1 && meter.calls.length > 0;
  const entrance = {
    tokens: estimate.promptTokens,
    urgent: isNextStep || attempt > 1,
    signal: isNextStep ? control.stop : control.drain,
  };
  if (!(await budgetGate.enter(estimate, entrance))) throw new ModelError('aborted', 'The request could exceed the budget of the run.');
  let usage: Usage | undefined;
  try {
    const generation = await admission.admit(entrance, () => send(meter, request, untilMs));
    usage = generation.usage;
    return generation;
  } finally {
    budgetGate.leave(estimate, usage);
  }
}

async function send(meter: Meter, request: ModelRequest, untilMs: number): Promise<Generation> {
  const { session, sample } = meter;
  const { control, clock, limits, model } = session;
  meter.attempts += 1;
  const cacheKey = request.cacheKey ?? sample.cluster;
  const labelled = {
    ...request,
    ...(cacheKey !== undefined && { cacheKey }),
    attemptId: attemptId(session, sample.id, meter.attempts),
  };
  const timeoutMs = Math.min(limits.requestTimeoutMs ?? Infinity, Math.max(1, untilMs - clock.elapsed()));
  const generation = await requestOnce(model, labelled, {
    stop: control.stop,
    timeoutMs: timeoutMs === Infinity ? undefined : timeoutMs,
    clock,
  });
  session.reached();
  session.patience.answered();
  return generation;
}

/**
 * `RUN/SAMPLE/SESSION.ATTEMPT`: never the same for two requests, those of a session that was killed included. Goes into a header, so it is
 * ASCII whatever a sample's id holds.
 */
export function attemptId(session: Pick<RunSession, 'runId' | 'number'>, sampleId: string, attempt: number): string {
  return `${session.runId}/${encodeURI(sampleId.toWellFormed())}/${session.number}.${attempt}`;
}

/** Waits for the next attempt, or throws what the strategy shall see. */
async function beforeRetry(
  meter: Meter,
  error: ModelError,
  { attempt, paced, untilMs }: Attempt & { readonly paced: number },
): Promise<void> {
  const { session, sample } = meter;
  const { clock, control, limits } = session;
  if (!['network', 'timeout', 'aborted'].includes(error.kind)) session.reached();
  if (error.kind === 'auth' || error.kind === 'quota') control.halt(haltingError(session.model.id, error));
  const decision = decideRetry(error, { attempt, paced, place: sample.id, limits, leftMs: untilMs - clock.elapsed() });
  const retryLost = 'waitMs' in decision && control.drain.aborted;
  if (retryLost || ['aborted', 'auth', 'quota'].includes(error.kind)) meter.interrupted = true;
  if (retryLost) throw new ModelError('aborted', 'The run is ending.', { cause: error });
  if ('why' in decision) throw decision.why === '' ? error : givenUp(error, decision.why);
  const { waitMs } = decision;
  session.emit({ type: 'retry', atMs: clock.now(), sampleId: sample.id, attempt, kind: error.kind, waitMs, message: error.message });
  if (error.kind === 'rate' && error.retryAfterMs) session.admission.hold(waitMs);
  await clock.wait(waitMs, control.drain);
}

function givenUp(error: ModelError, why: string): ModelError {
  const status = error.status === undefined ? {} : { status: error.status };
  return new ModelError(error.kind, `${error.message} (${why})`, { ...status, cause: error });
}

function haltingError(modelId: string, error: ModelError): FathomError {
  const found = error.kind === 'auth' ? 'refuses the key' : 'has no quota left';
  const fix = error.kind === 'auth' ? 'Set a valid key' : 'Add credit or wait for the next quota period';
  const code = error.kind === 'auth' ? 'missing' : 'incomplete';
  return new FathomError(code, `${modelId} ${found} (${error.message}).`, {
    fix: `${fix}, and try again.`,
    cause: error,
  });
}
