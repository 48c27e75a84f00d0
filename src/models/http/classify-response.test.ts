import { describe, expect, it } from 'vitest';
import { classifyResponse } from './classify-response.ts';
import type { ResponseHeaders } from './retry-after.ts';

const where = 'http://host/v1/chat/completions';
const classify = (status: number, body: unknown, headers: ResponseHeaders = {}) =>
  classifyResponse({ where, status, headers, secrets: ['sk-secret-123'], body: typeof body === 'string' ? body : JSON.stringify(body) });
const openAi = (message: string, code?: string, type = 'invalid_request_error') => ({ error: { message, code, type, param: null } });

// Shapes of error answers: OpenAI, Anthropic, Google, vLLM, llama.cpp, FastAPI, DeepSeek, nginx. Wording is ours where it does not matter.
it.each([
  [401, openAi('Wrong key', 'invalid_api_key'), 'auth'],
  [403, { error: { code: 403, message: 'No access', status: 'PERMISSION_DENIED' } }, 'auth'],
  [429, openAi('Slow down', 'rate_limit_exceeded', 'requests'), 'rate'],
  [429, openAi('You exceeded your current quota', 'insufficient_quota', 'insufficient_quota'), 'quota'],
  [
    429,
    { error: { code: 429, message: 'You exceeded your current quota', status: 'RESOURCE_EXHAUSTED', details: [{ retryDelay: '31.5s' }] } },
    'rate',
  ],
  [429, { error: { code: 429, message: 'Quota exceeded for requests per day', status: 'RESOURCE_EXHAUSTED' } }, 'quota'],
  [400, { type: 'error', error: { type: 'invalid_request_error', message: 'Your credit balance is too low' } }, 'quota'],
  [402, { error: { message: 'Insufficient Balance', type: 'unknown_error' } }, 'quota'],
  [400, openAi("This model's maximum context length is 8192 tokens", 'context_length_exceeded'), 'context'],
  [
    400,
    { type: 'error', error: { type: 'invalid_request_error', message: 'prompt is too long: 210000 tokens > 200000 maximum' } },
    'context',
  ],
  [
    400,
    { error: { code: 400, message: 'The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).' } },
    'context',
  ],
  [
    400,
    { error: { code: 400, message: 'the request exceeds the available context size', type: 'exceed_context_size_error', n_ctx: 4096 } },
    'context',
  ],
  [400, { object: 'error', message: 'Please reduce the length of the messages', code: 400 }, 'context'],
  [413, { type: 'error', error: { type: 'request_too_large', message: 'Prompt too long' } }, 'context'],
  [422, { detail: [{ loc: ['body', 'inputs'], msg: '`inputs` tokens + `max_new_tokens` must be <= 4096: input is too long' }] }, 'context'],
  [413, '<html><head><title>413 Request Entity Too Large</title></head></html>', 'invalid'],
  [400, openAi('max_tokens is too large: 9000. This model takes at most 4096 completion tokens'), 'invalid'],
  [422, { detail: 'Extra inputs are not permitted' }, 'invalid'],
  [404, openAi('The model `x` does not exist', 'model_not_found'), 'invalid'],
  [408, '', 'server'],
  [500, openAi('prompt too long for the engine, which crashed'), 'server'],
  [502, '<html><body>Bad gateway</body></html>', 'server'],
  [529, { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } }, 'server'],
  [301, '', 'invalid'],
])('%i %j is %s', (status, body, kind) => {
  const error = classify(status, body);
  expect({ kind: error.kind, status: error.status }).toEqual({ kind, status });
});

describe('an error inside a stream', () => {
  it.each([
    [{ error: { message: 'x', type: 'overloaded_error' } }, 'server', undefined],
    [{ error: { message: 'x', code: 429 } }, 'rate', 429],
    [{ error: { message: 'x', type: 'insufficient_quota' } }, 'quota', undefined],
    [{ error: { message: 'x', type: 'authentication_error' } }, 'auth', undefined],
    [{ object: 'error', message: 'the context length is 10', type: 'BadRequestError', code: 400 }, 'context', 400],
    [{ error: { message: 'x', type: 'invalid_request_error' } }, 'invalid', undefined],
    [{ error: 'x' }, 'server', undefined],
  ])('%j is %s', (body, kind, status) => {
    const error = classify(200, body);
    expect({ kind: error.kind, status: error.status }).toEqual({ kind, status });
  });
});

it('says what was asked, what came and what helps', () => {
  expect(classify(404, openAi('no such model')).message).toBe(
    `${where} answered 404: no such model (the server does not know this model or URL: check the name, and that the base URL ends like /v1)`,
  );
  expect(classify(308, '', { location: 'https://other/v1' }).message).toBe(
    `${where} answered 308 (it redirects to https://other/v1: use that base URL)`,
  );
  expect(classify(200, { error: { message: 'broke' } }).message).toBe(`${where} reported an error: broke`);
  expect(classify(503, '').message).toBe(`${where} answered 503`);
});

it('hides a key that the server repeats, drops control characters and cuts long texts', () => {
  const { message } = classify(401, openAi(`Wrong key sk-secret-123\u001b[31m ${'x'.repeat(5000)}`));
  expect(message).not.toContain('sk-secret-123');
  expect(message).toContain('Wrong key [key] [31m xxx');
  expect(message.length).toBeLessThan(where.length + 530);
});

it('keeps the wait that the server asks for', () => {
  expect(classify(429, openAi('x'), { 'retry-after': '2' }).retryAfterMs).toBe(2000);
  expect(classify(429, { error: { message: 'x', details: [{ retryDelay: '31.5s' }] } }).retryAfterMs).toBe(31_500);
  expect(classify(503, '', { 'retry-after-ms': '250' }).retryAfterMs).toBe(250);
  expect(classify(429, openAi('x')).retryAfterMs).toBeUndefined();
});
