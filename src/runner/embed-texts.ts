import { ModelError, type Embedder, type Embeddings, type Usage } from '../core/index.ts';
import { createAdmission } from './admission/admission.ts';
import { createBudgetGate } from './budget-gate.ts';
import type { Budget } from './budget.ts';
import { systemClock, type Clock } from './clock.ts';
import { callOnce } from './request-once.ts';
import { decideRetry } from './retry-delay.ts';
import { resolveRunLimits, type RunLimits } from './run-limits.ts';

/** Vectors that were paid for: what is added is on the disk before `add` returns. */
export interface VectorStore {
  get(text: string): Float32Array | undefined;
  /** `tokens`: of all these texts together, as the provider counted them. */
  add(texts: readonly string[], embeddings: { readonly vectors: readonly Float32Array[]; readonly tokens: number }): void;
}

/** How texts are embedded. */
export interface EmbedOptions {
  readonly embedder: Embedder;
  readonly store: VectorStore;
  readonly limits?: Partial<RunLimits>;
  readonly budget?: Budget;
  /** Texts of a request at most, and their characters. Default 32 and 400,000. */
  readonly batchTexts?: number;
  readonly batchCharacters?: number;
  /** A text that the server finds too long: `skip` leaves it without a vector, `fail` ends everything. Default `fail`. */
  readonly tooLong?: 'skip' | 'fail';
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** Told of every answer and of every text that was skipped. */
  readonly onEvent?: (event: EmbedEvent) => void;
}

/** `retry`: a request failed and is made again after a pause. */
export type EmbedEvent =
  | { readonly type: 'embedded'; readonly texts: number; readonly usage: Usage }
  | { readonly type: 'known'; readonly texts: number }
  | { readonly type: 'skipped'; readonly text: string; readonly why: string }
  | { readonly type: 'retry'; readonly error: ModelError; readonly waitMs: number };

/** A character is at least a quarter of a token in most texts: an estimate, used for admission and the budget alone. */
const CHARACTERS_PER_TOKEN = 4;

type Vectors = readonly (Float32Array | undefined)[];
type Work = (texts: readonly string[]) => Promise<Vectors>;

/**
 * Vectors of texts in their order, undefined for one that was skipped. Requests are admitted, repeated and timed by the rules of runs; texts that the
 * store knows are not asked again, and answers are in the store before they are given. Rejects with the ModelError that no retry mends, once what is in
 * flight has been kept.
 */
export function embedTexts(
  options: EmbedOptions,
): (texts: AsyncIterable<string> | Iterable<string>) => AsyncGenerator<Float32Array | undefined> {
  const limits = resolveRunLimits(options.limits);
  const work = createWork(options, limits);
  return async function* embedded(texts) {
    const window: Promise<Vectors>[] = [];
    try {
      for await (const batch of batchesOf(texts, options)) {
        const made = work(batch);
        made.catch(() => undefined);
        window.push(made);
        if (window.length >= limits.concurrency) yield* await window.shift()!;
      }
      while (window.length > 0) yield* await window.shift()!;
    } finally {
      await Promise.allSettled(window);
    }
  };
}

/** Texts in batches. Those that are known take no room. */
async function* batchesOf(
  texts: AsyncIterable<string> | Iterable<string>,
  { store, batchTexts = 32, batchCharacters = 400_000 }: EmbedOptions,
): AsyncGenerator<readonly string[], void> {
  let batch: string[] = [];
  let [unknown, characters] = [0, 0];
  for await (const text of texts) {
    const isKnown = store.get(text) !== undefined;
    if (unknown > 0 && !isKnown && characters + text.length > batchCharacters) {
      yield batch;
      [batch, unknown, characters] = [[], 0, 0];
    }
    batch.push(text);
    if (!isKnown) [unknown, characters] = [unknown + 1, characters + text.length];
    if (unknown < batchTexts && batch.length < 8 * batchTexts) continue;
    yield batch;
    [batch, unknown, characters] = [[], 0, 0];
  }
  if (batch.length > 0) yield batch;
}

function createWork(options: EmbedOptions, limits: RunLimits): Work {
  const { store, onEvent } = options;
  const ask = createAsk(options, limits);
  const embedUnknown = async (texts: readonly string[]): Promise<void> => {
    if (texts.length === 0) return;
    try {
      const { vectors, usage } = await ask(texts);
      store.add(texts, { vectors, tokens: usage.inputTokens ?? 0 });
      onEvent?.({ type: 'embedded', texts: texts.length, usage });
    } catch (error) {
      if (!(error instanceof ModelError) || !['context', 'invalid'].includes(error.kind)) throw error;
      // One text, or all of them together, may be more than the server takes.
      if (texts.length > 1) {
        const half = Math.ceil(texts.length / 2);
        await embedUnknown(texts.slice(0, half));
        return embedUnknown(texts.slice(half));
      }
      if (error.kind !== 'context' || options.tooLong !== 'skip') throw error;
      onEvent?.({ type: 'skipped', text: texts[0]!, why: error.message });
    }
  };
  return async (texts) => {
    const unknown = [...new Set(texts.filter((text) => store.get(text) === undefined))];
    if (unknown.length < texts.length) onEvent?.({ type: 'known', texts: texts.length - unknown.length });
    await embedUnknown(unknown);
    return texts.map((text) => store.get(text));
  };
}

function createAsk({ embedder, budget, onEvent, signal, clock = systemClock }: EmbedOptions, limits: RunLimits) {
  const admission = createAdmission(limits, clock);
  const gate = createBudgetGate(budget);
  const stop = signal ?? new AbortController().signal;
  const once = async (texts: readonly string[], urgent: boolean): Promise<Embeddings> => {
    const tokens = Math.ceil(texts.reduce((sum, text) => sum + text.length, 0) / CHARACTERS_PER_TOKEN);
    const estimate = { promptTokens: Math.max(1, tokens), maxAnswerTokens: 0 };
    const entrance = { tokens, urgent, signal: stop };
    if (!(await gate.enter(estimate, entrance))) throw new ModelError('aborted', 'The request could exceed the budget.');
    let usage: Usage | undefined;
    try {
      const made = await admission.admit(entrance, () =>
        callOnce((each) => embedder.embed(texts, { signal: each }), { stop, timeoutMs: limits.requestTimeoutMs, clock }),
      );
      usage = { outputTokens: 0, ...made.usage };
      return made;
    } finally {
      gate.leave(estimate, usage);
    }
  };
  return async (texts: readonly string[]): Promise<Embeddings> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await once(texts, attempt > 1);
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        const decision = decideRetry(error, { attempt, place: texts[0]!.slice(0, 100), limits });
        if ('why' in decision)
          throw decision.why === '' ? error : new ModelError(error.kind, `${error.message} (${decision.why})`, { cause: error });
        onEvent?.({ type: 'retry', error, waitMs: decision.waitMs });
        if (error.kind === 'rate' && error.retryAfterMs) admission.hold(error.retryAfterMs);
        await clock.wait(decision.waitMs, stop);
        if (stop.aborted) throw new ModelError('aborted', 'The request was stopped.', { cause: error });
      }
    }
  };
}
