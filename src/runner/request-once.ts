import { ModelError, type Generation, type Model, type ModelRequest } from '../core/index.ts';
import type { Clock } from './clock.ts';

const SETTLED = 'settled';

interface RequestEnd {
  readonly stop: AbortSignal;
  readonly timeoutMs: number | undefined;
  readonly clock: Clock;
}

/** One request to a model: see `callOnce`. */
export async function requestOnce(model: Model, request: ModelRequest, end: RequestEnd): Promise<Generation> {
  return callOnce((signal) => model.generate(request, { signal }), end);
}

/**
 * One call, ended by `stop` (ModelError `aborted`) or after `timeoutMs` (ModelError `timeout`), even when it ignores its signal. Leaves no timer and
 * no listener behind.
 */
export async function callOnce<T>(call: (signal: AbortSignal) => Promise<T>, { stop, timeoutMs, clock }: RequestEnd): Promise<T> {
  const ending = Promise.withResolvers<never>();
  const abort = new AbortController();
  const settled = new AbortController();
  const end = (error: ModelError): void => {
    ending.reject(error);
    abort.abort(error);
  };
  const onStop = (): void => end(new ModelError('aborted', 'The request was stopped.'));
  if (stop.aborted) throw new ModelError('aborted', 'The request was stopped.');
  stop.addEventListener('abort', onStop);
  if (timeoutMs !== undefined) void endAfter(timeoutMs, { clock, settled: settled.signal, end });
  try {
    // `ending` stands first: a model that rejects because of our abort must not hide why we aborted.
    return await Promise.race([ending.promise, call(abort.signal)]);
  } finally {
    // A reason of our own: the default one is an error with a stack, which costs more than the rest of this function.
    settled.abort(SETTLED);
    stop.removeEventListener('abort', onStop);
  }
}

async function endAfter(
  timeoutMs: number,
  { clock, settled, end }: { readonly clock: Clock; readonly settled: AbortSignal; readonly end: (error: ModelError) => void },
): Promise<void> {
  await clock.wait(timeoutMs, settled);
  if (!settled.aborted) end(new ModelError('timeout', `No complete answer within ${timeoutMs / 1000} s.`));
}
