import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { FathomError } from '../../core/index.ts';
import { startLoopbackServer } from '../../testing/loopback-server/index.ts';
import { readStart } from './response-body.ts';
import { send } from './send.ts';
import { createTransport, isLoopback, type TransportOptions } from './transport.ts';

async function fetchModels(baseUrl: string, options: TransportOptions): Promise<string> {
  const url = new URL(`${baseUrl}/v1/models`);
  const transport = createTransport(url, options);
  const call = { where: url.href, signal: new AbortController().signal, secrets: [], transport, url, headers: {} };
  return send(call, (response) => readStart(response.body)).finally(() => transport.close());
}

/** A proxy that answers by itself, so that a request that passes it by is seen. */
async function startProxy(): Promise<string> {
  const server = createServer((request, response) => void response.end(`asked for ${request.url}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function startServer() {
  const server = await startLoopbackServer();
  onTestFinished(() => server.close());
  return server.url;
}

it('does not send a loopback address through the proxy of the environment', async () => {
  const server = await startServer();
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('http_proxy', await startProxy());
  vi.stubEnv('no_proxy', '');
  expect(await fetchModels(server, {})).toContain('mock-model');
});

it('sends other addresses through the proxy of the environment', async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:1');
  vi.stubEnv('http_proxy', 'http://127.0.0.1:1');
  await expect(fetchModels('http://model.invalid', {})).rejects.toMatchObject({
    kind: 'network',
    message: expect.stringContaining('127.0.0.1:1'),
  });
});

it('sends everything through a proxy that is given', async () => {
  const server = await startServer();
  expect(await fetchModels(server, { proxy: await startProxy() })).toBe(`asked for ${server}/v1/models`);
});

it('refuses a proxy that is no URL', () => {
  expect(() => createTransport(new URL('http://host'), { proxy: 'proxy.example' })).toThrow(FathomError);
});

it('says which certificates cannot be read', async () => {
  const error: unknown = await fetchModels('http://127.0.0.1:1', { caFile: '/no/such.pem' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(FathomError);
  expect(error).toMatchObject({ code: 'missing', message: 'Cannot read the certificates in /no/such.pem' });
});

it.each([
  ['http://localhost:1/v1', true],
  ['http://LOCALHOST', true],
  ['http://a.localhost', true],
  ['http://127.8.0.1', true],
  ['http://[::1]:8000', true],
  ['http://127.0.0.1.evil.example', false],
  ['http://192.168.0.1', false],
])('%s is loopback: %s', (url, expected) => {
  expect(isLoopback(new URL(url))).toBe(expected);
});
