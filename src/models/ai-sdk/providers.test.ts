import { describe, expect, it, onTestFinished } from 'vitest';
import { costUsd, FathomError, ModelError, type Model, type OutputSpec, type RequestMessage } from '../../core/index.ts';
import {
  startLoopbackServer,
  type LoopbackFault,
  type LoopbackOptions,
  type LoopbackRequest,
} from '../../testing/loopback-server/index.ts';
import { memoryText } from '../../testing/model-conformance.ts';
import { createAnthropic } from '../anthropic/index.ts';
import { createGoogle } from '../google/index.ts';
import type { ModelOptions } from '../model-options.ts';
import { listPrices } from '../prices/index.ts';
import { createOpenAi } from '../openai/index.ts';

const PROVIDERS = {
  responses: (url: string, options: ModelOptions) => createOpenAi({ ...options, baseUrl: `${url}/v1` }),
  chat: (url: string, options: ModelOptions) => createOpenAi({ ...options, baseUrl: `${url}/v1`, api: 'chat' }),
  anthropic: (url: string, options: ModelOptions) => createAnthropic({ ...options, baseUrl: `${url}/v1` }),
  google: (url: string, options: ModelOptions) => createGoogle({ ...options, baseUrl: `${url}/v1beta` }),
};
type Provider = keyof typeof PROVIDERS;

async function start(provider: Provider, model: string, extra: Partial<ModelOptions> & { readonly server?: LoopbackOptions } = {}) {
  const { server: serverOptions, ...options } = extra;
  const seen: LoopbackRequest[] = [];
  const server = await startLoopbackServer({
    ...serverOptions,
    answer: (request) => {
      seen.push(request);
      return 'ok';
    },
  });
  const created = PROVIDERS[provider](server.url, { id: `${provider}/${model}`, model, apiKey: 'key-1234567', ...options });
  onTestFinished(async () => {
    await created.close?.();
    await server.close();
  });
  return { model: created, seen, server };
}

const MESSAGES: readonly RequestMessage[] = [
  { from: 'system', blocks: [{ role: 'instruction', source: memoryText('Be brief.') }] },
  {
    from: 'user',
    blocks: [
      { role: 'context', source: memoryText('First part. ') },
      { role: 'context', source: memoryText('Second part.\n'), cacheBreak: true },
      { role: 'context', source: { image: Uint8Array.of(137, 80, 78, 71), mediaType: 'image/png' } },
      { role: 'question', source: memoryText('Which one?') },
    ],
  },
];

const ask = (model: Model, output: Partial<OutputSpec> = {}, messages = MESSAGES) =>
  model.generate(
    { messages, output: { maxTokens: 100, ...output }, cacheKey: 'haystack-1', attemptId: 'attempt-1' },
    { signal: new AbortController().signal },
  );

const failure = async (call: Promise<unknown>): Promise<ModelError> => {
  const error = await call.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ModelError);
  return error as ModelError;
};

describe('what is sent', () => {
  it('to OpenAI responses', async () => {
    const { model, seen } = await start('responses', 'gpt-4.1');
    await ask(model);
    expect(seen[0]?.body).toEqual({
      model: 'gpt-4.1',
      input: [
        { role: 'system', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'input_text', text: 'First part. Second part.\n' },
            { type: 'input_image', image_url: 'data:image/png;base64,iVBORw==' },
            { type: 'input_text', text: 'Which one?' },
          ],
        },
      ],
      max_output_tokens: 100,
      temperature: 0,
      store: false,
      prompt_cache_key: 'haystack-1',
      stream: true,
    });
    expect(seen[0]).toMatchObject({ attemptId: 'attempt-1', headers: { authorization: 'Bearer key-1234567' } });
  });

  it('to a reasoning model of OpenAI: an effort and no temperature, also where the SDK does not know the model', async () => {
    const { model, seen } = await start('responses', 'gpt-99-preview', { reasoningEffort: 'low' });
    await ask(model);
    expect(seen[0]?.body).toMatchObject({ reasoning: { effort: 'low' } });
    expect(seen[0]?.body).not.toHaveProperty('temperature');
  });

  it('to OpenAI chat', async () => {
    const { model, seen } = await start('chat', 'gpt-4.1');
    await ask(model, { stop: ['\n'], temperature: 0.5 });
    expect(seen[0]?.body).toMatchObject({ model: 'gpt-4.1', temperature: 0.5, stop: ['\n'], prompt_cache_key: 'haystack-1', store: false });
  });

  it('to Anthropic, which tells what it wrote to its cache apart from what it read there', async () => {
    const { model } = await start('anthropic', 'claude-sonnet-4-5');
    const counts = async () => {
      const { inputTokens, cachedTokens, cacheWriteTokens } = (await ask(model)).usage;
      return { inputTokens, cachedTokens, cacheWriteTokens };
    };
    const first = await counts();
    expect(first).toEqual({ inputTokens: 12, cachedTokens: 0, cacheWriteTokens: expect.any(Number) });
    expect(await counts()).toEqual({ inputTokens: 12, cachedTokens: first.cacheWriteTokens, cacheWriteTokens: 0 });
    expect(first.cacheWriteTokens).toBeGreaterThan(5);
    expect(costUsd({ inputTokens: 12, cacheWriteTokens: first.cacheWriteTokens! }, listPrices('anthropic/claude-sonnet-4-5')!)).toBeCloseTo(
      (12 * 3 + first.cacheWriteTokens! * 0.75) / 1e6,
      12,
    );
  });

  it('to Anthropic, with the end of the cached prefix marked', async () => {
    const { model, seen } = await start('anthropic', 'claude-sonnet-4-5', { reasoningBudget: 2048 });
    await ask(model);
    expect(seen[0]?.body).toEqual({
      model: 'claude-sonnet-4-5',
      system: [{ type: 'text', text: 'Be brief.' }],
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'First part. Second part.\n', cache_control: { type: 'ephemeral' } },
            { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'iVBORw==' } },
            { type: 'text', text: 'Which one?' },
          ],
        },
      ],
      max_tokens: 2148,
      thinking: { type: 'enabled', budget_tokens: 2048 },
      stream: true,
    });
    expect(seen[0]).toMatchObject({ attemptId: 'attempt-1', headers: { 'x-api-key': 'key-1234567' } });
  });

  it('to Google', async () => {
    const { model, seen } = await start('google', 'gemini-2.5-flash', { reasoningBudget: 512 });
    await ask(model);
    expect(seen[0]?.body).toEqual({
      systemInstruction: { parts: [{ text: 'Be brief.' }] },
      contents: [
        {
          role: 'user',
          parts: [
            { text: 'First part. Second part.\n' },
            { inlineData: { mimeType: 'image/png', data: 'iVBORw==' } },
            { text: 'Which one?' },
          ],
        },
      ],
      generationConfig: { maxOutputTokens: 612, temperature: 0, thinkingConfig: { includeThoughts: true, thinkingBudget: 512 } },
    });
    expect(seen[0]).toMatchObject({ model: 'gemini-2.5-flash', headers: { 'x-goog-api-key': 'key-1234567' } });
  });

  it.each<Provider>(['responses', 'chat', 'anthropic', 'google'])('to %s as a schema for the answer', async (provider) => {
    const { model, seen } = await start(provider, 'some-model');
    const schema = { type: 'object', properties: { year: { type: 'number' } }, required: ['year'], additionalProperties: false };
    await ask(model, { schema });
    expect(JSON.stringify(seen[0]?.body)).toContain('"year"');
  });
});

describe.each<[Provider, string]>([
  ['responses', 'gpt-4.1'],
  ['chat', 'gpt-4.1'],
  ['anthropic', 'claude-sonnet-4-5'],
  ['google', 'gemini-2.5-flash'],
])('trouble with %s', (provider, name) => {
  it.each<[LoopbackFault['kind'], string]>([
    ['429', 'rate'],
    ['500', 'server'],
    ['reset-midway', 'network'],
    ['truncated', 'protocol'],
    ['wrong-content-type', 'protocol'],
    ['empty', 'protocol'],
    ['stream-error', 'server'],
  ])('%s is %s and is not sent again', async (kind, expected) => {
    const { model, server } = await start(provider, name, { server: { fault: () => ({ kind }) as LoopbackFault } });
    const error = await failure(ask(model));
    expect({ kind: error.kind, requests: server.stats.requests }).toEqual({ kind: expected, requests: 1 });
    // SDK errors hold the prompt; they must not live on as a cause.
    expect(error.cause).toBeUndefined();
  });

  it('leaves the temperature out after one refusal, and remembers', async () => {
    if (provider === 'google') return;
    const { model, server } = await start(provider, 'some-model', { server: { refuse: ['temperature'] } });
    await ask(model);
    await ask(model);
    expect(server.log.map(({ status }) => status)).toEqual([400, 200, 200]);
  });

  it('is a key that is wrong, and the key is not told', async () => {
    const { model } = await start(provider, name, { server: { requireKey: 'other' } });
    const error = await failure(ask(model));
    expect(error.kind).toBe('auth');
    expect(error.message).not.toContain('key-1234567');
  });

  it('is a raw completion, which it cannot do', async () => {
    const { model, server } = await start(provider, name);
    expect((await failure(ask(model, { raw: true }))).kind).toBe('invalid');
    expect(server.stats.requests).toBe(0);
  });
});

it.each([
  [createOpenAi, 'Set OPENAI_API_KEY'],
  [createAnthropic, 'Set ANTHROPIC_API_KEY'],
  [createGoogle, 'Set GOOGLE_GENERATIVE_AI_API_KEY'],
])('%o needs a key for the provider itself', (create, fix) => {
  expect(() => create({ id: 'x', model: 'x' })).toThrow(
    expect.objectContaining({ code: 'missing', message: 'There is no key for x', fix }),
  );
});

it('refuses a thinking budget that Anthropic would refuse, and images from the assistant', async () => {
  expect(() => createAnthropic({ id: 'x', model: 'x', apiKey: 'k', reasoningBudget: 5 })).toThrow(FathomError);
  const { model } = await start('anthropic', 'claude-sonnet-4-5');
  const picture: RequestMessage = {
    from: 'assistant',
    blocks: [{ role: 'context', source: { image: Uint8Array.of(1), mediaType: 'image/png' } }],
  };
  expect((await failure(ask(model, {}, [...MESSAGES, picture]))).kind).toBe('invalid');
});
