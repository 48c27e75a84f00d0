import { FathomError, ModelError, type Answer, type Outcome, type Result, type Sample } from '../core/index.ts';
import { keptAnswer } from './kept-answer.ts';
import { createMeteredModel, attemptId, type MeteredModel } from './metered-model.ts';
import { responseCacheKey } from './response-cache-key.ts';
import type { RunSession } from './run-session.ts';
import { cutDetail, describeError, scoreAnswer } from './score-answer.ts';

/**
 * Asks for one sample and scores the answer. Undefined: the run is ending and the sample stays pending.
 * Throws a FathomError for trouble that would meet every sample (a document is missing, the ledger fails); all else becomes an outcome.
 */
export async function answerSample(session: RunSession, sample: Sample): Promise<Outcome | undefined> {
  const { ask } = sample;
  const promptDigest = ask.kind === 'generate' ? session.digestPrompt(ask.steps, session.documents) : undefined;
  const key = promptDigest === undefined ? undefined : cacheKey(session, sample, promptDigest);
  const { ledger, runId, number } = session;
  const kept = number === 1 ? undefined : await keptAnswer(ledger, { runId, sampleId: sample.id });
  const known = kept || key === undefined ? undefined : await ledger.cached(key);
  const replay = kept ?? known;
  const meter = createMeteredModel(session, sample, replay);
  const answered = await tryAnswer(session, sample, meter);
  if (meter.interrupted() || wasStopped(session, answered)) return undefined;
  if (key !== undefined && 'answer' in answered && meter.attempts() > 0) await ledger.cache(key, meter.calls);
  return {
    sampleId: sample.id,
    result:
      'answer' in answered
        ? await scoreAnswer(sample, { answer: answered.answer, calls: meter.calls }, scoring(session, sample))
        : answered.failure,
    calls: meter.calls,
    attempts: meter.attempts(),
    cached: known !== undefined && meter.attempts() === 0,
    ...(promptDigest !== undefined && { promptDigest }),
    ...('answer' in answered && accountOf(answered.answer)),
    recordedAt: new Date(session.clock.now()).toISOString(),
  };
}

/** What an answer of the run is scored with. */
export function scoring({ tasks, documents, judge }: RunSession, { task }: Sample): Parameters<typeof scoreAnswer>[2] {
  return { task: tasks.get(task)!, documents, ...(judge && { judge }) };
}

function cacheKey({ cache, model, strategy }: RunSession, { id, ask }: Sample, promptDigest: string): string | undefined {
  if (!cache || ask.kind !== 'generate') return undefined;
  const outputs = ask.steps.map((step) => step.output);
  return responseCacheKey({ model, strategy, modelOptions: cache.modelOptions, outputs, promptDigest, sampleId: id });
}

/** Of an answer, what the strategy says of how it came about. */
function accountOf({ used, truncatedTokens, trace }: Answer): Pick<Outcome, 'used' | 'truncatedTokens' | 'trace'> {
  return { ...(used && { used }), ...(truncatedTokens !== undefined && { truncatedTokens }), ...(trace !== undefined && { trace }) };
}

type Answered = { readonly answer: Answer } | { readonly failure: Result };

/** Whether a strategy gave up between its calls because the run is ending. */
function wasStopped({ control }: RunSession, answered: Answered): boolean {
  return control.stop.aborted && 'failure' in answered && answered.failure.status === 'error' && answered.failure.reason === 'aborted';
}

async function tryAnswer(session: RunSession, sample: Sample, meter: MeteredModel): Promise<Answered> {
  const { strategy, documents, control, askOf } = session;
  try {
    const env = { model: meter.model, documents, signal: control.stop, attemptId: attemptId(session, sample.id, 1) };
    return { answer: await strategy.answer(askOf(sample), env) };
  } catch (error) {
    if (error instanceof FathomError) throw error;
    if (error instanceof ModelError) return { failure: { status: 'error', reason: error.kind, detail: cutDetail(error.message) } };
    return { failure: { status: 'error', reason: 'strategy', detail: describeError(error) } };
  }
}
