import { ModelError } from '../../core/index.ts';
import type { Clock } from '../clock.ts';
import type { RunLimits } from '../run-limits.ts';
import { createAdaptiveConcurrency } from './adaptive-concurrency.ts';
import { createMinuteWindow } from './minute-window.ts';

/** A request costs the server something beside its prompt: as much as this many prompt tokens. */
export const FIXED_WORK_TOKENS = 256;

/** A request that wants to go out. */
export interface Entrance {
  /** Its prompt, in our count. */
  readonly tokens: number;
  /** Goes before those that are not: the next step of an answer in flight, or a repeated request. */
  readonly urgent: boolean;
  /** Ends the wait (ModelError `aborted`), never the work. */
  readonly signal: AbortSignal;
}

/** The one gate for requests. */
export interface Admission {
  /** Runs `work` when there is room, and learns from how it ends. */
  admit<T>(entrance: Entrance, work: () => Promise<T>): Promise<T>;
  /** Holds back every request that is not out yet for `ms` from now. */
  hold(ms: number): void;
  /** Requests that may be out at once now. */
  limit(): number;
}

export type AdmissionLimits = Pick<
  RunLimits,
  'concurrency' | 'startConcurrency' | 'tokensInFlight' | 'requestsPerMinute' | 'tokensPerMinute'
>;

interface Waiting {
  readonly tokens: number;
  readonly enter: () => void;
}

/**
 * Requests go out when four things allow it: the concurrency, which adapts (see AdaptiveConcurrency); the tokens in flight; the requests and
 * tokens of the last minute; and a pause that the server asked for. First come, first served: a large prompt is not overtaken for ever. A
 * prompt beyond a token limit goes out alone.
 */
export function createAdmission(limits: AdmissionLimits, clock: Clock): Admission {
  const adaptive = createAdaptiveConcurrency({ start: limits.startConcurrency, most: limits.concurrency });
  const requests = createMinuteWindow(limits.requestsPerMinute ?? Infinity);
  const tokens = createMinuteWindow(limits.tokensPerMinute ?? Infinity);
  const queue: Waiting[] = [];
  const out = { requests: 0, tokens: 0 };
  let heldUntilMs = -Infinity;
  let alarm: AbortController | undefined;

  const hasRoom = (next: Waiting): boolean =>
    out.requests < adaptive.limit() && (out.requests === 0 || out.tokens + next.tokens <= limits.tokensInFlight);
  const pauseMs = (next: Waiting): number => {
    const nowMs = clock.elapsed();
    return Math.max(heldUntilMs - nowMs, requests.waitMs(nowMs, 1), tokens.waitMs(nowMs, next.tokens));
  };
  const letIn = (): void => {
    alarm?.abort();
    for (let next = queue[0]; next && hasRoom(next); next = queue[0]) {
      const ms = pauseMs(next);
      if (ms > 0) return void wake(ms);
      queue.shift();
      out.requests += 1;
      out.tokens += next.tokens;
      adaptive.began(clock.elapsed());
      requests.use(clock.elapsed(), 1);
      tokens.use(clock.elapsed(), next.tokens);
      next.enter();
    }
  };
  const wake = async (ms: number): Promise<void> => {
    const mine = new AbortController();
    alarm = mine;
    await clock.wait(ms, mine.signal);
    if (!mine.signal.aborted) letIn();
  };
  const enter = ({ tokens: size, urgent, signal }: Entrance): Promise<void> =>
    new Promise((resolve, reject) => {
      const give = (): void => {
        queue.splice(queue.indexOf(waiting), 1);
        reject(new ModelError('aborted', 'The run is ending.'));
        letIn();
      };
      const waiting: Waiting = {
        tokens: size,
        enter: () => {
          signal.removeEventListener('abort', give);
          resolve();
        },
      };
      if (signal.aborted) return reject(new ModelError('aborted', 'The run is ending.'));
      signal.addEventListener('abort', give, { once: true });
      if (urgent) queue.unshift(waiting);
      else queue.push(waiting);
      letIn();
    });
  const leave = (size: number): void => {
    out.requests -= 1;
    out.tokens -= size;
    letIn();
  };
  const learn = (error: unknown): void => {
    if (!(error instanceof ModelError)) return;
    if (error.kind === 'rate') adaptive.refused(clock.elapsed(), error.retryAfterMs);
    else if (['server', 'timeout', 'network', 'protocol'].includes(error.kind)) adaptive.troubled(clock.elapsed());
  };

  return {
    limit: adaptive.limit,
    hold: (ms) => {
      heldUntilMs = Math.max(heldUntilMs, clock.elapsed() + ms);
    },
    async admit(entrance, work) {
      await enter(entrance);
      try {
        const value = await work();
        adaptive.answered(clock.elapsed(), { work: entrance.tokens + FIXED_WORK_TOKENS, inFlight: out.requests });
        return value;
      } catch (error) {
        learn(error);
        throw error;
      } finally {
        leave(entrance.tokens);
      }
    },
  };
}
