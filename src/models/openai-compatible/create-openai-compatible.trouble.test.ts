import { createServer } from 'node:net';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { FathomError, ModelError, type Generation, type Model, type ModelRequest, type OutputSpec } from '../../core/index.ts';
import { startLoopbackServer, type LoopbackFault, type LoopbackOptions } from '../../testing/loopback-server/index.ts';
import { memoryText } from '../../testing/model-conformance.ts';
import type { OpenAiCompatibleOptions } from '../model-options.ts';
import { createOpenAiCompatible } from './create-openai-compatible.ts';

const opened: { close?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close?.();
});

type Extra = Partial<OpenAiCompatibleOptions>;

async function start(server: LoopbackOptions, extra: Extra = {}) {
  const loopback = await startLoopbackServer(server);
  opened.push(loopback);
  return { model: connect(`${loopback.url}/v1`, extra), loopback };
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

describe('trouble', () => {
  it.each<[LoopbackFault['kind'], string]>([
    ['500', 'server'],
    ['quota', 'quota'],
    ['auth', 'auth'],
    ['reset', 'network'],
    ['reset-midway', 'network'],
    ['malformed-json', 'protocol'],
    ['truncated', 'protocol'],
    ['wrong-content-type', 'protocol'],
    ['empty', 'protocol'],
    ['stream-error', 'server'],
  ])('%s is %s, streamed or not, and never sent again', async (kind, expected) => {
    for (const stream of [true, false]) {
      const { model, loopback } = await start({ fault: (number) => (number === 1 ? ({ kind } as LoopbackFault) : undefined) }, { stream });
      expect((await failure(ask(model))).kind).toBe(expected);
      expect(loopback.stats.requests).toBe(1);
      expect((await ask(model)).text).toBe('ok');
    }
  });

  it('is none when the answer drips in byte by byte', async () => {
    const answer = { text: 'zwölf 鯨 😀', reasoning: 'hé' };
    const { model } = await start({ fault: () => ({ kind: 'drip' }), answer: () => answer });
    expect(await ask(model)).toMatchObject({ ...answer, finish: 'stop' });
  });

  it('is told with the wait and the address, without the key', async () => {
    const { model, loopback } = await start({ fault: () => ({ kind: '429', retryAfter: 3 }) }, { apiKey: 'sk-secret' });
    const { message, retryAfterMs, status } = await failure(ask(model));
    expect({ message, retryAfterMs, status }).toEqual({
      message: `${loopback.url}/v1/chat/completions answered 429: Too many requests for now`,
      retryAfterMs: 3000,
      status: 429,
    });
  });

  it('is context for a prompt beyond the window', async () => {
    const { model } = await start({ contextTokens: 10 });
    expect(await ask(model, { text: 'x'.repeat(40) })).toMatchObject({ text: 'ok' });
    expect((await failure(ask(model, { text: 'x'.repeat(41) }))).kind).toBe('context');
  });

  it('is protocol for an answer beyond the limit', async () => {
    for (const stream of [true, false]) {
      const { model } = await start({ answer: () => 'x'.repeat(2000) }, { maxAnswerBytes: 1000, stream });
      expect(await failure(ask(model, { output: { maxTokens: 4000 } }))).toMatchObject({
        kind: 'protocol',
        message: 'The answer is longer than 1000 bytes',
      });
    }
  });

  it('is invalid with a hint at an unknown path, network where nobody listens', async () => {
    const { loopback } = await start({});
    expect((await failure(ask(connect(loopback.url)))).kind).toBe('invalid');
    await loopback.close();
    expect(await failure(ask(connect(`${loopback.url}/v1`)))).toMatchObject({
      kind: 'network',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it.each([new FathomError('missing', 'the document is gone'), new Error('EIO: broken disk')])(
    'of the prompt itself stays what it is: %s',
    async (gone) => {
      const { model } = await start({});
      const source = {
        ...memoryText('x'.repeat(100)),
        chunks: function* () {
          yield new Uint8Array(50);
          if (counted) throw gone;
          counted = true;
        },
      };
      let counted = false;
      const messages = [{ from: 'user' as const, blocks: [{ role: 'context' as const, source }] }];
      await expect(ask(model, { messages })).rejects.toBe(gone);
      expect((await ask(model)).text).toBe('ok');
    },
  );

  it('is heard when the server answers before it has read a long prompt', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => socket.write('HTTP/1.1 401 Unauthorized\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{}'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const model = connect(`http://127.0.0.1:${port}/v1`);
    expect((await failure(ask(model, { text: 'x'.repeat(8_000_000) }))).kind).toBe('auth');
  });
});
