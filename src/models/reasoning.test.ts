import { describe, expect, it, onTestFinished } from 'vitest';
import type { Model } from '../core/index.ts';
import { startLoopbackServer, type LoopbackRequest } from '../testing/loopback-server/index.ts';
import { memoryText } from '../testing/model-conformance.ts';
import { createAnthropic } from './anthropic/index.ts';
import { createGoogle } from './google/index.ts';
import type { ModelOptions } from './model-options.ts';
import { createOpenAi } from './openai/index.ts';
import { createOpenAiCompatible } from './openai-compatible/index.ts';
import { thinkingTokens } from './thinking-tokens.ts';

type Create = (url: string, options: ModelOptions) => Model;

/** Each API, a model of it that thinks, and what it is sent for an effort of `low` and for a budget of 2,048 tokens. */
const DIALECTS: readonly {
  readonly name: string;
  readonly model: string;
  readonly create: Create;
  readonly limit: (body: LoopbackRequest['body']) => unknown;
  readonly effort: object;
  readonly budget: object;
}[] = [
  {
    name: 'responses',
    model: 'gpt-5',
    create: (url, options) => createOpenAi({ ...options, baseUrl: `${url}/v1` }),
    limit: (body) => body['max_output_tokens'],
    effort: { reasoning: { effort: 'low' } },
    budget: {},
  },
  {
    name: 'chat',
    model: 'gpt-5',
    create: (url, options) => createOpenAi({ ...options, baseUrl: `${url}/v1`, api: 'chat' }),
    limit: (body) => body['max_completion_tokens'],
    effort: { reasoning_effort: 'low' },
    budget: {},
  },
  {
    name: 'anthropic',
    model: 'claude-opus-4-6',
    create: (url, options) => createAnthropic({ ...options, baseUrl: `${url}/v1` }),
    limit: (body) => body['max_tokens'],
    effort: { thinking: { type: 'adaptive' }, output_config: { effort: 'low' } },
    budget: { thinking: { type: 'enabled', budget_tokens: 2048 } },
  },
  {
    name: 'google',
    model: 'gemini-3-pro-preview',
    create: (url, options) => createGoogle({ ...options, baseUrl: `${url}/v1beta` }),
    limit: (body) => (body['generationConfig'] as { readonly maxOutputTokens: number }).maxOutputTokens,
    effort: { generationConfig: { thinkingConfig: { thinkingLevel: 'low', includeThoughts: true } } },
    budget: { generationConfig: { thinkingConfig: { thinkingBudget: 2048, includeThoughts: true } } },
  },
  {
    name: 'openai-compatible',
    model: 'qwen3',
    create: (url, options) => createOpenAiCompatible({ ...options, baseUrl: `${url}/v1` }),
    limit: (body) => body['max_tokens'],
    effort: { reasoning_effort: 'low' },
    budget: { thinking_budget: 2048 },
  },
];

/** Tokens of the loopback server are four characters each. */
const THOUGHT = 'hmm '.repeat(500);

describe.each([
  ['openai/gpt-5', 20_480],
  ['gpt-5-mini-2025-08-07', 20_480],
  ['gpt-5.1', 20_480],
  ['gpt-5-pro', 40_960],
  ['o3', 20_480],
  ['o4-mini-2025-04-16', 20_480],
  ['gemini-2.5-flash', 20_480],
  ['google/gemini-3-pro-preview', 40_960],
  ['gpt-5-chat-latest', 0],
  ['gpt-50', 0],
  ['gpt-4o', 0],
  ['openai/o200k', 0],
  ['gemini-2.5-flash-lite', 0],
  ['qwen3', 0],
])('%s without a flag', (model, tokens) => {
  it(`has room for ${tokens} tokens of thinking, and what is asked for goes first`, () => {
    expect(thinkingTokens({ model })).toBe(tokens);
    expect(thinkingTokens({ model, reasoningEffort: 'none' })).toBe(0);
    expect(thinkingTokens({ model, reasoningBudget: 500 })).toBe(500);
  });
});

describe.each(DIALECTS)('a model that thinks, over $name', ({ model: name, create, limit, effort, budget }) => {
  const ask = async (options: Partial<ModelOptions>) => {
    const seen: LoopbackRequest[] = [];
    const server = await startLoopbackServer({
      answer: (request) => {
        seen.push(request);
        return { text: 'twelve', reasoning: THOUGHT };
      },
    });
    const model = create(server.url, { id: 'x', model: name, apiKey: 'k', ...options });
    onTestFinished(async () => {
      await model.close?.();
      await server.close();
    });
    const messages = [{ from: 'user', blocks: [{ role: 'question', source: memoryText('How many?') }] }] as const;
    const generation = await model.generate({ messages, output: { maxTokens: 100 } }, { signal: new AbortController().signal });
    return { generation, body: seen[0]!.body, room: model.thinkingTokens };
  };

  it('is cut while thinking when it has room for the answer alone, and says so', async () => {
    const { generation, body } = await ask({ reasoningEffort: 'none' });
    expect(limit(body)).toBe(100);
    expect(generation).toMatchObject({ text: '', finish: 'length', usage: { outputTokens: 100, reasoningTokens: 100 } });
  });

  it('gets room by default where it is known to think, and no effort that nobody asked for', async () => {
    const { generation, body, room } = await ask({ model: 'gpt-5' });
    expect([limit(body), room]).toEqual([20_580, 20_480]);
    expect(JSON.stringify(body)).not.toMatch(/effort|thinking/i);
    expect(generation).toMatchObject({ text: 'twelve', finish: 'stop' });
  });

  it('gets its budget on top of the answer, once', async () => {
    const { generation, body, room } = await ask({ reasoningBudget: 2048 });
    expect([limit(body), room]).toEqual([2148, 2048]);
    expect(body).toMatchObject(budget);
    expect(generation).toMatchObject({ text: 'twelve', finish: 'stop', usage: { outputTokens: 502, reasoningTokens: 500 } });
  });

  it('gets room by its effort, and the effort in the API’s own words', async () => {
    const { generation, body, room } = await ask({ reasoningEffort: 'low' });
    expect([limit(body), room]).toEqual([8292, 8192]);
    expect(body).toMatchObject(effort);
    expect(generation).toMatchObject({ text: 'twelve', finish: 'stop' });
  });
});
