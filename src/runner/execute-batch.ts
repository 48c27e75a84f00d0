import {
  FathomError,
  ModelError,
  type BatchClient,
  type BatchRecord,
  type BatchResult,
  type Outcome,
  type Result,
  type Sample,
} from '../core/index.ts';
import { renderStep } from '../text/index.ts';
import { decideRetry } from './retry-delay.ts';
import type { RunSession } from './run-session.ts';
import { scoreAnswer } from './score-answer.ts';
import { scoring } from './answer-sample.ts';

/** How batches of a run are asked for. */
export interface BatchOptions {
  readonly client: BatchClient;
  /** True: batches that are out are cancelled, what they answered is recorded, and no new ones are handed in. */
  readonly cancel?: boolean;
  /** First pause between two looks at a batch; later ones grow to {@link LONGEST_POLL_MS}. Default 10 s. */
  readonly pollMs?: number;
}

const FIRST_POLL_MS = 10_000;
const LONGEST_POLL_MS = 120_000;
const POLL_GROWTH = 1.5;

interface BatchSession {
  readonly session: RunSession;
  readonly batch: BatchOptions;
  /** Samples without an outcome, by id. */
  readonly pending: Map<string, Sample>;
  record(done: { readonly sample: Sample; readonly outcome: Outcome }): Promise<void>;
}

/** What is done with samples that are asked through batches. */
interface BatchWork extends Pick<BatchSession, 'batch' | 'record'> {
  /** Samples of which batches that are out may hold answers. Default: those that are asked. */
  readonly expected?: readonly Sample[];
}

/** Samples that a batch can answer: one call, and no reply of an earlier one in it. */
export function fitsBatch({ ask }: Sample): boolean {
  return ask.kind === 'generate' && ask.steps.length === 1;
}

/**
 * Answers samples through the provider's batch endpoint. What is out is written down before it is handed in (`intent`) and found again by its
 * label, so that no batch is handed in twice, whenever the process ends. Every batch is asked for once in a session: requests that expired or
 * failed in ways that may pass stay pending. Draining leaves the batches running.
 */
export async function answerInBatches(
  session: RunSession,
  samples: readonly Sample[],
  { batch, record, expected = samples }: BatchWork,
): Promise<void> {
  const state: BatchSession = { session, batch, record, pending: new Map(expected.map((sample) => [sample.id, sample])) };
  const out: BatchRecord[] = [];
  for (const known of await session.ledger.batches(session.runId)) {
    const found = known.state === 'intent' ? await settleIntent(state, known) : known;
    if (found?.state === 'submitted') out.push(found);
  }
  const taken = new Set(out.flatMap(({ sampleIds }) => sampleIds));
  let left = batch.cancel ? [] : samples.filter(({ id }) => !taken.has(id));
  while (left.length > 0 && !session.control.drain.aborted) {
    const made = await handIn(state, left);
    if (made === undefined) return;
    out.push(made);
    left = left.slice(made.sampleIds.length);
  }
  if (batch.cancel)
    for (const { batchId } of out) await asking(state, `cancel/${batchId}`, (signal) => batch.client.cancel(batchId!, { signal }));
  await Promise.all(out.map((each) => awaitBatch(state, each)));
}

/** A batch that was about to be handed in: it is out, or it never was. Undefined when the run is ending. */
async function settleIntent(state: BatchSession, known: BatchRecord): Promise<BatchRecord | undefined> {
  const found = await asking(state, `find/${known.label}`, async (signal) => ({
    id: await state.batch.client.find(known.label, { signal, requests: known.sampleIds.length }),
  }));
  if (found === undefined) return undefined;
  return save(state, found.id === undefined ? { ...known, state: 'ended' } : { ...known, state: 'submitted', batchId: found.id });
}

/** Hands in as many samples as one batch holds. */
async function handIn(state: BatchSession, samples: readonly Sample[]): Promise<BatchRecord | undefined> {
  const { session, batch } = state;
  const number = (await session.ledger.batches(session.runId)).length;
  const label = `fathom-${session.runId}-${number}`.replace(/[^\w-]/g, '-').slice(-48);
  const prepared = await batch.client.prepare(requestsOf(session, samples, label));
  try {
    const sampleIds = samples.slice(0, prepared.taken).map(({ id }) => id);
    const intent = await save(state, { label, state: 'intent', sampleIds, createdAt: new Date(session.clock.now()).toISOString() });
    let retried = false;
    const done = await asking(state, `submit/${label}`, async (signal) => {
      // The request before may have got through although its answer did not.
      const earlier = retried ? await batch.client.find(label, { signal, requests: prepared.taken }) : undefined;
      retried = true;
      return { id: earlier ?? (await prepared.submit(label, { signal })) };
    });
    if (done === undefined) return undefined;
    session.emit({ type: 'batch-submitted', atMs: session.clock.now(), batchId: done.id, requests: sampleIds.length });
    return await save(state, { ...intent, state: 'submitted', batchId: done.id });
  } finally {
    await prepared.dispose();
  }
}

function* requestsOf({ documents, runId }: RunSession, samples: readonly Sample[], label: string) {
  for (const [i, { id, ask, cluster }] of samples.entries()) {
    if (ask.kind !== 'generate') throw new Error(`${id} is no single question`);
    const cacheKey = cluster === undefined ? {} : { cacheKey: cluster };
    yield {
      customId: `${label}-${i}`,
      request: renderStep(ask.steps[0]!, documents, { attemptId: `${runId}/${label}/${i}`, ...cacheKey }),
    };
  }
}

/** Looks at a batch until it has ended, then records its results. */
async function awaitBatch(state: BatchSession, record: BatchRecord): Promise<void> {
  const { session, batch } = state;
  const { clock, control } = session;
  const batchId = record.batchId!;
  for (let waitMs = batch.pollMs ?? FIRST_POLL_MS; ; waitMs = Math.min(LONGEST_POLL_MS, waitMs * POLL_GROWTH)) {
    const seen = await asking(state, `state/${batchId}`, (signal) => batch.client.state(batchId, { signal }));
    if (seen === undefined) return;
    session.emit({ type: 'batch-seen', atMs: clock.now(), batchId, ...seen });
    if (seen.state === 'failed') {
      await save(state, { ...record, state: 'ended' });
      return control.halt(refusedBatch(batchId, seen.detail ?? seen.word));
    }
    if (seen.state === 'ended') return collect(state, record);
    await clock.wait(waitMs, control.drain);
    if (control.drain.aborted) return;
  }
}

/** Records what a batch answered. Its record ends only when every result was read. */
async function collect(state: BatchSession, record: BatchRecord): Promise<void> {
  const { batch } = state;
  const unseen = new Set(record.sampleIds.filter((id) => state.pending.has(id)));
  const read = await asking(state, `results/${record.batchId}`, async (signal) => {
    for await (const result of batch.client.results(record.batchId!, { signal })) await take(state, { record, result, unseen });
    return true;
  });
  if (read === undefined) return;
  for (const id of unseen)
    await settle(state, id, { status: 'error', reason: 'protocol', detail: `Batch ${record.batchId} has no result for this request.` });
  await save(state, { ...record, state: 'ended' });
}

interface Taken {
  readonly record: BatchRecord;
  readonly result: BatchResult;
  readonly unseen: Set<string>;
}

/** Records one result; those of samples that have their outcome already, and strangers, are passed over. */
async function take(state: BatchSession, { record, result, unseen }: Taken): Promise<void> {
  const place = result.customId.startsWith(`${record.label}-`) ? Number(result.customId.slice(record.label.length + 1)) : Number.NaN;
  const id = record.sampleIds[place];
  if (id === undefined || !unseen.delete(id) || 'unanswered' in result) return;
  if ('error' in result)
    return settle(state, id, { status: 'error', reason: result.error.kind, detail: result.error.message.slice(0, 500) });
  const { session, pending } = state;
  const sample = pending.get(id)!;
  const latencyMs = Math.max(0, session.clock.now() - Date.parse(record.createdAt));
  const call = { ...result.generation, latencyMs, batch: true as const };
  const answer = { replies: [call.text], generations: [call] };
  await settle(state, id, await scoreAnswer(sample, { answer, calls: [call] }, scoring(session, sample)), [call]);
}

async function settle({ session, pending, record }: BatchSession, id: string, result: Result, calls: Outcome['calls'] = []): Promise<void> {
  const sample = pending.get(id)!;
  pending.delete(id);
  const promptDigest = sample.ask.kind === 'generate' ? { promptDigest: session.digestPrompt(sample.ask.steps, session.documents) } : {};
  const recordedAt = new Date(session.clock.now()).toISOString();
  await record({ sample, outcome: { sampleId: id, result, calls, attempts: 1, cached: false, ...promptDigest, recordedAt } });
}

async function save({ session }: BatchSession, record: BatchRecord): Promise<BatchRecord> {
  await session.ledger.saveBatch(session.runId, record);
  return record;
}

/** Calls the provider, again after failures that may pass. Undefined: the run is ending, by the user or by a failure that halts it. */
async function asking<T>({ session }: BatchSession, place: string, call: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const { control, clock, limits } = session;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call(control.stop);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      const decision = decideRetry(error, { attempt, place, limits });
      if ('why' in decision || control.drain.aborted) {
        if (!control.drain.aborted) control.halt(unreachableBatch(session.model.id, error));
        return undefined;
      }
      await clock.wait(decision.waitMs, control.drain);
    }
  }
}

function refusedBatch(batchId: string, detail: string): FathomError {
  return new FathomError('incomplete', `The provider took nothing of batch ${batchId}: ${detail}.`, {
    fix: 'Mend what it names, then resume the run: its samples are pending.',
  });
}

function unreachableBatch(modelId: string, error: ModelError): FathomError {
  const code = error.kind === 'auth' ? 'missing' : 'incomplete';
  return new FathomError(code, `The batch endpoint of ${modelId} failed (${error.kind}): ${error.message}`, {
    fix: 'Resume the run later: batches that are out are kept, and none is handed in twice.',
    cause: error,
  });
}
