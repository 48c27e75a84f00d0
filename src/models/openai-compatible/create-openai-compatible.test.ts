import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import {
  FathomError,
  ModelError,
  type Generation,
  type Model,
  type ModelRequest,
  type OutputSpec,
  type RequestBlock,
} from '../../core/index.ts';
import { startLoopbackServer, type LoopbackOptions, type LoopbackRequest } from '../../testing/loopback-server/index.ts';
import { memoryText } from '../../testing/model-conformance.ts';
import type { OpenAiCompatibleOptions } from '../model-options.ts';
import { createOpenAiCompatible } from './create-openai-compatible.ts';

const opened: { close?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close?.();
});

type Extra = Partial<OpenAiCompatibleOptions>;

async function start(server: LoopbackOptions, extra: Extra = {}) {
  const seen: LoopbackRequest[] = [];
  const loopback = await startLoopbackServer({
    ...server,
    answer: async (request) => {
      seen.push(request);
      return (await server.answer?.(request)) ?? 'ok';
    },
  });
  const model = connect(`${loopback.url}/v1`, extra);
  opened.push(loopback);
  return { model, loopback, seen };
}

function connect(baseUrl: string, extra: Extra = {}): Model {
  const model = createOpenAiCompatible({ id: 'mine', model: 'mock-model', baseUrl, ...extra });
  opened.push(model);
  return model;
}

type Asked = { readonly text?: string; readonly output?: Partial<OutputSpec> } & Partial<Omit<ModelRequest, 'output'>>;

function ask(model: Model, { text = 'Why?', ...rest }: Asked = {}): Promise<Generation> {
  const messages = [{ from: 'user' as const, blocks: [{ role: 'question' as const, source: memoryText(text) }] }];
  return model.generate({ messages, ...rest, output: { maxTokens: 64, ...rest.output } }, { signal: new AbortController().signal });
}

const failure = async (call: Promise<unknown>): Promise<ModelError> => {
  const error = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ModelError);
  return error as ModelError;
};

describe('the request', () => {
  it('says no more than it must', async () => {
    const { model, seen } = await start({});
    await ask(model);
    expect(seen[0]?.body).toEqual({
      model: 'mock-model',
      max_tokens: 64,
      temperature: 0,
      stream: true,
      stream_options: { include_usage: true },
      messages: [{ role: 'user', content: 'Why?' }],
    });
    expect(seen[0]?.headers).not.toHaveProperty('authorization');
    expect(seen[0]).not.toHaveProperty('attemptId');
  });

  it('carries output, reasoning, headers, key and attempt; the extra body comes last', async () => {
    const headers = { 'x-team': 'depth' };
    const { model, seen } = await start(
      {},
      { apiKey: 'sk-1', headers, reasoningEffort: 'low', reasoningBudget: 9, stream: false, body: { top_k: 1, temperature: 0.5 } },
    );
    await ask(model, { attemptId: 'a-1', output: { maxTokens: 7, stop: ['\n'], temperature: 0.2, schema: { type: 'object' } } });
    expect(seen[0]?.body).toEqual({
      model: 'mock-model',
      max_tokens: 7 + 9,
      temperature: 0.5,
      stop: ['\n'],
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: { type: 'object' } } },
      reasoning_effort: 'low',
      thinking_budget: 9,
      stream: false,
      top_k: 1,
      messages: [{ role: 'user', content: 'Why?' }],
    });
    expect(seen[0]).toMatchObject({ attemptId: 'a-1', headers: { authorization: 'Bearer sk-1', 'x-team': 'depth' } });
  });

  it('delivers a long prompt byte for byte, with its length stated', async () => {
    const { model, loopback, seen } = await start({});
    const text = '„Krieg“ \\ und "Frieden"\r\n\u0001\u2028 鯨 😀 '.repeat(30_000);
    await ask(model, { text });
    expect(loopback.log[0]?.promptSha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(Number(seen[0]?.headers['content-length'])).toBe(loopback.log[0]?.bytes);
  });

  it('uses the completions endpoint for raw outputs, or always', async () => {
    const { model, seen, loopback } = await start({});
    expect((await ask(model, { output: { raw: true } })).text).toBe('ok');
    const always = connect(`${loopback.url}/v1`, {
      raw: true,
      stream: false,
    });
    expect((await ask(always)).text).toBe('ok');
    expect(seen.map(({ api, body }) => [api, body['prompt'], body['messages']])).toEqual([
      ['completions', 'Why?', undefined],
      ['completions', 'Why?', undefined],
    ]);
  });

  it('sends images', async () => {
    const { model, seen } = await start({});
    const blocks: RequestBlock[] = [
      { role: 'context', source: { image: Uint8Array.of(1, 2, 3), mediaType: 'image/png' } },
      { role: 'question', source: memoryText('What is it?') },
    ];
    await ask(model, { messages: [{ from: 'user', blocks }] });
    expect(seen[0]?.messages).toEqual([{ from: 'user', text: 'What is it?', images: 1 }]);
  });

  it('cannot have its prompt replaced', () => {
    expect(() => createOpenAiCompatible({ id: 'mine', model: 'm', baseUrl: 'http://host/v1', body: { messages: [] } })).toThrow(
      FathomError,
    );
  });
});

describe('dialects', () => {
  it('are learned from refusals, one second sending each, and remembered', async () => {
    const { model, loopback, seen } = await start({ refuse: ['max_tokens', 'temperature', 'stream_options'] });
    await ask(model);
    await ask(model);
    expect(loopback.log.map(({ status }) => status)).toEqual([400, 400, 400, 200, 200]);
    const { messages, ...fields } = seen[1]?.body ?? {};
    expect(fields).toEqual({ model: 'mock-model', max_completion_tokens: 64, stream: true });
    expect(messages).toHaveLength(1);
  });

  it('are learned by calls that run at the same time', async () => {
    const { model, loopback } = await start({ refuse: ['max_tokens'], latencyMs: 5 });
    const answers = await Promise.all([ask(model), ask(model), ask(model)]);
    expect(answers.map(({ text }) => text)).toEqual(['ok', 'ok', 'ok']);
    expect(loopback.log.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 400, 400, 400]);
  });

  it('do not go in circles when both spellings are refused', async () => {
    const { model, loopback } = await start({ refuse: ['max_tokens', 'max_completion_tokens'] });
    expect((await failure(ask(model))).kind).toBe('invalid');
    expect(loopback.log).toHaveLength(2);
  });

  it('start with the field that is named', async () => {
    const { model, loopback } = await start({ refuse: ['max_tokens'] }, { maxTokensField: 'max_completion_tokens' });
    await ask(model);
    expect(loopback.log.map(({ status }) => status)).toEqual([200]);
  });
});

describe('the answer', () => {
  it('reports tokens and the cached prefix', async () => {
    const { model } = await start({ answer: () => ({ text: 'twelve', reasoning: 'counting' }) });
    const text = 'whale '.repeat(2000);
    await ask(model, { text });
    const { usage, finish } = await ask(model, { text: `${text}?` });
    expect({ ...usage, raw: undefined, finish }).toEqual({
      inputTokens: 3001,
      cachedTokens: 2048,
      outputTokens: 4,
      reasoningTokens: 2,
      raw: undefined,
      finish: 'stop',
    });
  });

  it('has the time of its first text only when streamed', async () => {
    const { model } = await start({});
    const { firstTokenMs = -1, latencyMs } = await ask(model);
    expect(firstTokenMs).toBeGreaterThan(0);
    expect(latencyMs).toBeGreaterThanOrEqual(firstTokenMs);
    const { model: plain } = await start({}, { stream: false });
    expect(await ask(plain)).not.toHaveProperty('firstTokenMs');
  });

  it('tells a cut at the token limit', async () => {
    const { model } = await start({ answer: () => 'x'.repeat(400) });
    expect(await ask(model, { output: { maxTokens: 10 } })).toMatchObject({ text: 'x'.repeat(40), finish: 'length' });
  });
});
