import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { startLoopbackServer, type LoopbackOptions } from './index.ts';

async function start(options: LoopbackOptions) {
  const server = await startLoopbackServer(options);
  onTestFinished(() => server.close());
  const post = async (content: string, extra: object = {}, headers: Record<string, string> = {}) => {
    const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content }], ...extra });
    const response = await fetch(`${server.url}/v1/chat/completions`, { method: 'POST', body, headers });
    const type = response.headers.get('content-type') ?? '';
    return {
      status: response.status,
      headers: response.headers,
      body: type.includes('json') ? await response.json() : await response.text(),
    };
  };
  return { server, post };
}

it('answers a chat and logs it without its text', async () => {
  const { server, post } = await start({ answer: ({ prompt, promptTokens }) => `${prompt.length} ${promptTokens}` });
  const { body } = await post('x'.repeat(9), {}, { 'x-fathom-attempt': 'a-1' });
  expect(body).toEqual({
    id: 'loopback-1',
    object: 'chat.completion',
    created: 0,
    model: 'm',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '9 3' } }],
    usage: {
      prompt_tokens: 3,
      completion_tokens: 1,
      total_tokens: 4,
      prompt_tokens_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
  });
  const promptSha256 = createHash('sha256').update('x'.repeat(9)).digest('hex');
  expect(server.log).toEqual([
    { number: 1, api: 'chat', model: 'm', attemptId: 'a-1', bytes: 64, promptSha256, promptTokens: 3, status: 200 },
  ]);
  expect({ ...server.stats }).toEqual({
    requests: 1,
    inFlight: 0,
    maxInFlight: 1,
    bodyBytes: 64,
    promptTokens: 3,
    cachedTokens: 0,
    byStatus: { 200: 1 },
  });
});

it('streams the same answer, counted only when asked', async () => {
  const { post } = await start({ answer: () => 'twelve whales swam to the north' });
  const contents = (text: string) =>
    [...text.matchAll(/^data: (\{.*)$/gm)]
      .map(([, json]) => JSON.parse(json!))
      .map(({ choices }) => choices[0]?.delta?.content ?? '')
      .join('');
  const plain = String((await post('?', { stream: true })).body);
  const counted = String((await post('?', { stream: true, stream_options: { include_usage: true } })).body);
  expect(contents(plain)).toBe('twelve whales swam to the north');
  expect(plain.endsWith('data: [DONE]\n\n')).toBe(true);
  expect([plain.includes('usage'), counted.includes('"prompt_tokens":1')]).toEqual([false, true]);
});

it.each([
  ['head', 'abcdefgh'],
  ['tail', 'stuvwxyz'],
  ['middle', 'abcdwxyz'],
] as const)('cuts silently and keeps the %s', async (truncate, seen) => {
  const { post } = await start({ contextTokens: 2, truncate, countTokens: (text) => text.length / 4, answer: ({ prompt }) => prompt });
  const { body } = await post('abcdefghijklmnopqrstuvwxyz');
  expect(body).toMatchObject({ choices: [{ message: { content: seen } }], usage: { prompt_tokens: 2 } });
});

it('refuses what is too long, what it does not take and who has no key', async () => {
  const { post, server } = await start({ contextTokens: 2, refuse: ['temperature'], requireKey: 'k' });
  const headers = { authorization: 'Bearer k' };
  expect((await post('123456789', {}, headers)).body).toMatchObject({ error: { code: 'context_length_exceeded' } });
  expect((await post('1', { temperature: 0 }, headers)).body).toMatchObject({
    error: { code: 'unsupported_parameter', param: 'temperature' },
  });
  expect((await post('1')).status).toBe(401);
  expect((await fetch(`${server.url}/nowhere`, { headers })).status).toBe(404);
  expect((await fetch(`${server.url}/v1/chat/completions`, { method: 'POST', body: '{', headers })).status).toBe(400);
});

it('remembers prefixes in blocks of 4,096 characters', async () => {
  const { post } = await start({});
  const cached = async (text: string) =>
    ((await post(text)).body as { usage: { prompt_tokens_details: { cached_tokens: number } } }).usage.prompt_tokens_details.cached_tokens;
  const text = 'abcd'.repeat(4096);
  expect(await cached(text)).toBe(0);
  expect(await cached(`${text}!`.slice(0, 10_000))).toBe(2048);
  expect(await cached(`!${text}`)).toBe(0);
  expect(await cached(text)).toBe(4096);
});

it('follows the fault plan by request number', async () => {
  const { post, server } = await start({ fault: (number) => (number === 2 ? { kind: '429', retryAfter: 4 } : undefined) });
  expect((await post('a')).status).toBe(200);
  const second = await post('a');
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, '4']);
  expect((await post('a')).status).toBe(200);
  expect(server.stats.byStatus).toEqual({ 200: 2, 429: 1 });
});

it('closes while a request hangs', async () => {
  const { server, post } = await start({ fault: () => ({ kind: 'hang' }) });
  const hanging = post('a').catch(() => 'closed');
  while (server.log.length === 0) await new Promise(setImmediate);
  await server.close();
  expect(await hanging).toBe('closed');
});

it('runs as a program', async () => {
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--port', '0', '--echo'], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const body = JSON.stringify({ model: 'm', messages: [{ role: 'user', content: 'hello there' }] });
  const response = await fetch(`${line.toString().trim()}/chat/completions`, { method: 'POST', body, headers: { connection: 'close' } });
  expect(await response.json()).toMatchObject({ choices: [{ message: { content: 'hello there' } }] });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
