import { expect, it } from 'vitest';
import { FathomError, ModelError } from '../../core/index.ts';
import { classifyFailure } from './classify-failure.ts';

const call = { where: 'http://host/v1', signal: new AbortController().signal, secrets: ['sk-secret'] };
const aborted = (reason?: unknown) => ({ ...call, signal: AbortSignal.abort(reason) });
const seen = (error: Error) => ({ kind: error instanceof ModelError ? error.kind : error.name, message: error.message });

it('names the innermost reason of network trouble', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' });
  const both = new AggregateError([refused, refused]);
  const closed = Object.assign(new Error('other side closed with sk-secret'), { code: 'UND_ERR_SOCKET' });
  expect(seen(classifyFailure(new TypeError('fetch failed', { cause: both }), call))).toEqual({
    kind: 'network',
    message: 'No answer from http://host/v1: connect ECONNREFUSED 127.0.0.1:1',
  });
  expect(seen(classifyFailure(closed, call)).message).toBe('No answer from http://host/v1: UND_ERR_SOCKET: other side closed with [key]');
  expect(seen(classifyFailure('odd', call)).kind).toBe('network');
});

it('lets our own errors pass', () => {
  const known = new ModelError('rate', 'slow down');
  const missing = new FathomError('missing', 'no such document');
  expect(classifyFailure(known, call)).toBe(known);
  expect(classifyFailure(missing, call)).toBe(missing);
});

it('tells a stop, a deadline and a given reason apart', () => {
  const reason = new ModelError('timeout', 'no token for 60 s');
  expect(seen(classifyFailure(new Error('socket'), aborted())).kind).toBe('aborted');
  expect(seen(classifyFailure(new Error('socket'), aborted(new DOMException('late', 'TimeoutError')))).kind).toBe('timeout');
  expect(classifyFailure(new Error('socket'), aborted(reason))).toBe(reason);
});
