import {
  FathomError,
  ModelError,
  PASSING_ERRORS,
  type CallRecord,
  type Judge,
  type Ledger,
  type Model,
  type ModelErrorKind,
  type ModelRequest,
  type Usage,
} from '../core/index.ts';
import { renderStep } from '../text/index.ts';
import { createBudgetGate } from './budget-gate.ts';
import type { Budget } from './budget.ts';
import { systemClock, type Clock } from './clock.ts';
import { createRecordedJudge, judgeReplyPlace } from './recorded-judge.ts';
import { requestOnce } from './request-once.ts';
import { decideRetry } from './retry-delay.ts';
import { DEFAULT_RUN_LIMITS } from './run-limits.ts';

/** What judging cost: replies asked for, replies that were on record, and what the new ones used. */
export interface JudgeSpending {
  readonly asked: number;
  readonly onRecord: number;
  readonly usages: readonly Usage[];
}

/** A judge whose replies are in the ledger. */
export interface LedgerJudge extends Judge {
  spent(): JudgeSpending;
  /** Gives replies that are on record alone. Those that this judge asked for count as asked once more: for scores that are made after all was asked. */
  readonly again: Judge;
  /** Trouble that would meet every question (a wrong key, an empty account): nothing more is asked. */
  failure(): FathomError | undefined;
}

/** A model and the ledger that keeps its replies. */
export interface LedgerJudgeOptions {
  readonly model: Model;
  readonly ledger: Pick<Ledger, 'cached' | 'cache'>;
  /** What judging may cost; it must have no one else's reservations. Default: no limit. */
  readonly budget?: Budget;
  /** Ends what is in flight. */
  readonly stop?: AbortSignal;
  /** Default: the computer's clock. */
  readonly clock?: Clock;
}

/**
 * A judge that asks a model once for each content: a reply is on the ledger, with its usage, before a verdict is read from it, and is given again from then
 * on. Failures that may pass are tried again as those of a run are.
 */
export function createLedgerJudge({
  model,
  ledger,
  budget,
  stop = new AbortController().signal,
  clock = systemClock,
}: LedgerJudgeOptions): LedgerJudge {
  const usages: Usage[] = [];
  let onRecord = 0;
  let failure: FathomError | undefined;
  let failedInARow = 0;
  const gate = createBudgetGate(budget);
  const asked = new Set<string>();
  const recorded = createRecordedJudge(model.id, ledger);
  const asking = new Map<string, Promise<CallRecord>>();
  const askModel = async (request: ModelRequest, place: string): Promise<CallRecord> => {
    if (failure) throw new ModelError('aborted', failure.message);
    const estimate = { promptTokens: bytesOf(request), maxAnswerTokens: request.output.maxTokens + (model.thinkingTokens ?? 0) };
    if (!(await gate.enter(estimate, { urgent: false, signal: stop }))) {
      failure ??= spentUp(model.id);
      throw new ModelError('aborted', failure.message);
    }
    let usage: Usage | undefined;
    try {
      const call = await askGuarded(request, place);
      usage = call.usage;
      return call;
    } finally {
      gate.leave(estimate, usage);
    }
  };
  const askGuarded = async (request: ModelRequest, place: string): Promise<CallRecord> => {
    const call = await withRetries({ model, stop, clock }, request, place).catch((error: unknown) => {
      if (error instanceof ModelError && (error.kind === 'auth' || error.kind === 'quota'))
        failure ??= giveUp(model.id, error, 'Check its key and its account');
      if (error instanceof ModelError && isRetryableKind(error.kind) && ++failedInARow >= GIVE_UP_AFTER)
        failure ??= giveUp(model.id, error, 'Look after its server');
      throw error;
    });
    failedInARow = 0;
    usages.push(call.usage);
    asked.add(place);
    return call;
  };
  return {
    model: model.id,
    spent: () => ({ asked: usages.length, onRecord, usages }),
    failure: () => failure,
    again: {
      model: model.id,
      async ask(prompt, options) {
        const { text, usage } = await recorded.ask(prompt, options);
        const isOurs = asked.delete(judgeReplyPlace(options.key, model.id));
        return { text, ...(usage && { usage }), ...(!isOurs && { onRecord: true as const }) };
      },
    },
    async ask(prompt, { key, schema, maxTokens }) {
      const place = judgeReplyPlace(key, model.id);
      const [known] = (await ledger.cached(place)) ?? [];
      if (known) {
        onRecord += 1;
        return { text: known.text, usage: known.usage, onRecord: true };
      }
      const begun =
        asking.get(place) ?? askModel(requestOf(prompt, { maxTokens, temperature: 0, ...(schema !== undefined && { schema }) }), place);
      asking.set(place, begun);
      try {
        const call = await begun;
        await ledger.cache(place, [call]);
        return { text: call.text, usage: call.usage };
      } finally {
        asking.delete(place);
      }
    },
  };
}

/** Questions that must fail in a row, each after all of its tries, before a judge counts as gone. */
const GIVE_UP_AFTER = 3;

function isRetryableKind(kind: ModelErrorKind): boolean {
  return (PASSING_ERRORS as readonly ModelErrorKind[]).includes(kind);
}

/** A token has one byte at least: the estimate is never too low. */
function bytesOf({ messages }: ModelRequest): number {
  return messages.flatMap(({ blocks }) => blocks).reduce((sum, { source }) => sum + ('byteLength' in source ? source.byteLength : 0), 0);
}

function spentUp(judge: string): FathomError {
  return new FathomError('incomplete', `The next question could exceed the budget of the judge ${judge}.`, {
    fix: 'Give it a larger one: --judge-budget-usd. Answers and replies so far are kept.',
  });
}

function giveUp(judge: string, cause: ModelError, fix: string): FathomError {
  return new FathomError('missing', `The judge ${judge} cannot be asked: ${cause.message}`, {
    fix: `${fix}, then try again: answers and replies so far are kept.`,
    cause,
  });
}

function requestOf(prompt: string, output: ModelRequest['output']): ModelRequest {
  const none = { bytes: () => new Uint8Array() };
  return renderStep(
    { messages: [{ from: 'user', blocks: [{ role: 'question', pieces: [{ text: prompt.toWellFormed() }] }] }], output },
    none,
  );
}

async function withRetries(
  { model, stop, clock }: Required<Pick<LedgerJudgeOptions, 'model' | 'stop' | 'clock'>>,
  request: ModelRequest,
  place: string,
): Promise<CallRecord> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const labelled = { ...request, attemptId: `judge/${place.slice(-24).replace(/[^\w.-]/g, '_')}/${attempt}` };
      const { text, finish, usage, latencyMs } = await requestOnce(model, labelled, {
        stop,
        timeoutMs: DEFAULT_RUN_LIMITS.requestTimeoutMs,
        clock,
      });
      return { text, finish, usage, latencyMs };
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      const decision = decideRetry(error, { attempt, place, limits: DEFAULT_RUN_LIMITS });
      if ('why' in decision) throw error;
      await clock.wait(decision.waitMs, stop);
    }
  }
}
