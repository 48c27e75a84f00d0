import { array, asyncProperty, assert, integer, uint8Array } from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { BatchResult, Model, ModelRequest } from '../../core/index.ts';
import { startLoopbackServer, type LoopbackOptions } from '../../testing/loopback-server/index.ts';
import { memoryText } from '../../testing/model-conformance.ts';
import { createAnthropic } from '../anthropic/index.ts';
import { createOpenAi } from '../openai/index.ts';
import { createOpenAiCompatible } from '../openai-compatible/index.ts';
import { createBatchFile } from './batch-file.ts';

const { signal } = new AbortController();

const PROVIDERS = {
  responses: (url: string) => createOpenAi({ id: 'openai/gpt-4.1', model: 'gpt-4.1', baseUrl: `${url}/v1`, apiKey: 'key-1234567' }),
  chat: (url: string) => createOpenAi({ id: 'openai/gpt-4.1', model: 'gpt-4.1', baseUrl: `${url}/v1`, apiKey: 'key-1234567', api: 'chat' }),
  anthropic: (url: string) =>
    createAnthropic({ id: 'anthropic/c', model: 'claude-sonnet-4-5', baseUrl: `${url}/v1`, apiKey: 'key-1234567' }),
  compatible: (url: string) => createOpenAiCompatible({ id: 'one', model: 'mock-model', baseUrl: `${url}/v1`, apiKey: 'key-1234567' }),
};
type Provider = keyof typeof PROVIDERS;
const names = Object.keys(PROVIDERS) as Provider[];

async function start(provider: Provider, options: LoopbackOptions = {}) {
  const server = await startLoopbackServer({ requireKey: 'key-1234567', ...options });
  const model = PROVIDERS[provider](server.url);
  onTestFinished(async () => {
    await model.close?.();
    await server.close();
  });
  return { server, model, client: model.extension('batch')! };
}

function question(text: string): ModelRequest {
  const blocks = [
    { role: 'context', source: memoryText('“Ünïcode” \\ 语言 \n'), cacheBreak: true },
    { role: 'question', source: memoryText(text) },
  ] as const;
  return { messages: [{ from: 'user', blocks }], output: { maxTokens: 10 }, cacheKey: 'haystack' };
}

async function throughBatch(model: Model, texts: readonly string[]): Promise<readonly BatchResult[]> {
  const client = model.extension('batch')!;
  const prepared = await client.prepare(texts.map((text, i) => ({ customId: `label-${i}`, request: question(text) })));
  expect(prepared.taken).toBe(texts.length);
  const id = await prepared.submit('label', { signal });
  await prepared.dispose();
  expect(await client.state(id, { signal })).toMatchObject({ state: 'ended', total: texts.length });
  expect(await client.find('label', { signal, requests: texts.length })).toBe(id);
  return Array.fromAsync(client.results(id, { signal }));
}

test.each(names)('%s: a batch asks the same prompts and reads the same answers as single requests', async (provider) => {
  const { model, server } = await start(provider, { answer: ({ prompt }) => ({ text: prompt.slice(-6), reasoning: 'so it is' }) });
  const results = await throughBatch(model, ['red?', 'much too long an answer?']);
  const singles = await Promise.all(['red?', 'much too long an answer?'].map((text) => model.generate(question(text), { signal })));
  expect(results.map((each) => 'generation' in each && [each.generation.text, each.generation.finish, each.generation.reasoning])).toEqual(
    singles.map(({ text, finish, reasoning }) => [text, finish, reasoning]),
  );
  expect(results.map((each) => 'generation' in each && each.generation.usage.outputTokens)).toEqual(
    singles.map(({ usage }) => usage.outputTokens),
  );
  const sent = server.log.map(({ promptSha256 }) => promptSha256).toSorted();
  expect(sent.slice(0, 2).concat(sent.slice(2))).toEqual([sent[0], sent[0], sent[2], sent[2]]);
});

test.each(names)('%s: each failure inside a batch has its kind', async (provider) => {
  const kinds = ['429', '500', 'context', 'quota'] as const;
  const { model } = await start(provider, { fault: (number) => (number > kinds.length ? undefined : { kind: kinds[number - 1]! }) });
  const results = await throughBatch(model, ['a', 'b', 'c', 'd', 'e']);
  const kindOf = new Map(results.map((each) => [each.customId, 'error' in each ? each.error.kind : 'generation' in each]));
  expect([0, 1, 2, 3, 4].map((i) => kindOf.get(`label-${i}`))).toEqual(['rate', 'server', 'context', 'quota', true]);
});

test.each<Provider>(['compatible', 'anthropic'])(
  '%s: a batch is found by its label on later pages too, one that was never handed in is not',
  async (provider) => {
    const { client } = await start(provider);
    const ids: string[] = [];
    for (const label of ['a', 'b', 'c', 'd', 'e']) {
      const prepared = await client.prepare([{ customId: `${label}-0`, request: question(label) }]);
      ids.push(await prepared.submit(label, { signal }));
      await prepared.dispose();
      expect((await client.state(ids.at(-1)!, { signal })).state).toBe('ended');
    }
    expect(await Promise.all(['a', 'c', 'e', 'f'].map((label) => client.find(label, { signal, requests: 1 })))).toEqual([
      ids[0],
      ids[2],
      ids[4],
      undefined,
    ]);
  },
);

test('a batch file holds whole entries up to its limit, and the first one whatever its size', async () => {
  await assert(
    asyncProperty(
      array(array(uint8Array({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
      integer({ min: 1, max: 120 }),
      async (entries, limit) => {
        const file = await createBatchFile(limit);
        const kept: Uint8Array[] = [];
        let length = 0;
        for (const entry of entries) {
          const bytes = Buffer.concat(entry);
          const fits = length === 0 || length + bytes.length <= limit;
          expect(await file.add(entry)).toBe(fits);
          if (!fits) continue;
          kept.push(bytes);
          length += bytes.length;
        }
        expect(file.byteLength).toBe(length);
        expect(Buffer.concat([...file.chunks()])).toEqual(Buffer.concat(kept));
        await file.dispose();
      },
    ),
    { numRuns: 50 },
  );
});

test('anthropic: a batch at work that may be the one looked for is no reason to hand another in', async () => {
  const { client } = await start('anthropic', { batches: { looks: Infinity } });
  const prepared = await client.prepare([{ customId: 'a-0', request: question('a') }]);
  const id = await prepared.submit('a', { signal });
  await prepared.dispose();
  await expect(client.find('a', { signal, requests: 1 })).rejects.toMatchObject({
    kind: 'server',
    message: expect.stringContaining(id) as string,
  });
  expect(await client.find('a', { signal, requests: 2 })).toBeUndefined();
  await client.cancel(id, { signal });
  expect(await client.find('a', { signal, requests: 1 })).toBe(id);
  expect(await Array.fromAsync(client.results(id, { signal }))).toEqual([{ customId: 'a-0', unanswered: 'canceled' }]);
});
