import { expect, it, onTestFinished } from 'vitest';
import { startLoopbackServer, type LoopbackOptions } from '../../testing/loopback-server/index.ts';
import { knownModels, listModels } from './known-models.ts';

async function start(options: LoopbackOptions): Promise<string> {
  const server = await startLoopbackServer(options);
  onTestFinished(() => server.close());
  return server.url;
}

it('lists the names in the order of the server', async () => {
  const url = await start({ models: ['qwen3', 'llama'], requireKey: 'sk-1' });
  expect(await knownModels({ baseUrl: `${url}/v1`, apiKey: 'sk-1' })).toEqual(['qwen3', 'llama']);
});

it('reads the window that a server claims, where it claims one', async () => {
  const url = await start({ models: ['qwen3'], claimsTokens: 32_768 });
  expect(await listModels({ baseUrl: `${url}/v1` })).toEqual([{ id: 'qwen3', contextTokens: 32_768 }]);
  expect(await listModels({ baseUrl: `${await start({})}/v1` })).toEqual([{ id: 'mock-model' }]);
});

it('fails as a call does', async () => {
  const url = await start({ requireKey: 'sk-1' });
  await expect(knownModels({ baseUrl: `${url}/v1`, apiKey: 'sk-2' })).rejects.toMatchObject({ kind: 'auth' });
  await expect(knownModels({ baseUrl: 'http://127.0.0.1:1/v1' })).rejects.toMatchObject({ kind: 'network' });
  await expect(knownModels({ baseUrl: `${url}/v1`, signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'aborted' });
});
