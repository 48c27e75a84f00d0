import { FathomError, ModelError } from '../../core/index.ts';
import { cleanServerText } from './server-text.ts';

/** What was going on when a call failed. */
export interface FailedCall {
  readonly where: string;
  readonly signal: AbortSignal;
  readonly secrets: readonly string[];
}

/**
 * The error that a thrown value stands for. An abort wins over everything that it caused: `timeout` when the signal's reason is a
 * TimeoutError, the reason itself when that is a ModelError, else `aborted`. Our own errors pass; all others are `network`.
 */
export function classifyFailure(thrown: unknown, call: FailedCall): Error {
  if (call.signal.aborted) return abortError(call.signal);
  if (thrown instanceof ModelError || thrown instanceof FathomError) return thrown;
  return new ModelError('network', `No answer from ${call.where}: ${cleanServerText(networkText(thrown), call.secrets)}`);
}

/** The error for an aborted signal. */
export function abortError(signal: AbortSignal): ModelError {
  const reason: unknown = signal.reason;
  if (reason instanceof ModelError) return reason;
  const late = reason instanceof Error && reason.name === 'TimeoutError';
  return late ? new ModelError('timeout', 'The call took longer than its deadline') : new ModelError('aborted', 'The call was stopped');
}

/** The innermost reason, as `ECONNREFUSED: connect ECONNREFUSED 127.0.0.1:1`. Fetch and dual-stack connects wrap it. */
function networkText(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const inner = thrown instanceof AggregateError ? thrown.errors[0] : thrown.cause;
  if (inner instanceof Error) return networkText(inner);
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : undefined;
  return code === undefined || thrown.message.includes(code) ? thrown.message : `${code}: ${thrown.message}`;
}
