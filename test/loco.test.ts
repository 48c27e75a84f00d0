import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startEmbeddingServer, type EmbeddingServer } from './embedders.ts';
import { workplace } from './workplace.ts';

const { fathom, path } = workplace();
const data = join(import.meta.dirname, '../src/benchmarks/loco/fixtures');

let server: EmbeddingServer | undefined;
afterEach(() => server?.close());

interface Printed {
  readonly scores: readonly { readonly task: string; readonly metric: string; readonly value: number | null; readonly n: number }[];
  readonly embedding: { readonly [name: string]: unknown };
}

async function score(store: string, ...flags: readonly string[]) {
  const args = ['score', 'loco', '--embed', `${server!.url}#bag`, '--data', data, '--store', path(store), '--json', ...flags];
  const { code, stdout, stderr } = await fathom(args);
  return { code, stderr, ...(code === 0 ? (JSON.parse(stdout) as Printed) : { scores: [], embedding: {} }) };
}

test('an encoder is asked for every text once, BM25 stands beside it, and a second sitting asks nothing', async () => {
  server = await startEmbeddingServer();
  const { code, scores, embedding } = await score('once', '--batch-texts', '2');
  expect(code).toBe(0);
  const headline = scores.filter(({ task, metric }) => task === 'average' && metric.startsWith('nDCG@10 '));
  expect(headline.map(({ metric }) => metric)).toEqual(['nDCG@10 BM25', 'nDCG@10 bag']);
  expect(headline[1]!.value).toBeGreaterThan(50);
  const sent = server.requests.flatMap(({ input }) => input);
  expect(new Set(sent).size).toBe(sent.length);
  expect(server.requests.every(({ input, format }) => input.length <= 2 && format === 'base64')).toBe(true);
  expect(embedding).toMatchObject({ dimensions: 64, asked: sent.length, skipped: 0, cutTexts: 0, uncounted: 0 });
  const again = await score('once');
  expect([again.scores, again.embedding['asked'], server.requests.length]).toEqual([scores, 0, embedding['requests']]);
  expect(again.embedding['paidTokensInAll']).toBe(embedding['tokens']);
});

test('what was answered before a stop is kept, a torn record is asked again, and both forms of answers give the same scores', async () => {
  let money = 3;
  server = await startEmbeddingServer(({ number, format }) => {
    if (format === 'base64') return { status: 400, body: { error: { message: 'Unknown field: encoding_format' } } };
    return number > money ? { status: 429, body: { error: { message: 'no credit', code: 'insufficient_quota' } } } : undefined;
  });
  const stopped = await score('torn', '--batch-texts', '1', '--concurrency', '1');
  expect([stopped.code, stopped.stderr]).toEqual([4, expect.stringContaining('2 texts were embedded and are kept')]);
  money = Infinity;
  const file = readdirSync(path('torn/embeddings')).find((name) => name.endsWith('.f32'));
  const vectors = path(`torn/embeddings/${file}`);
  truncateSync(vectors, statSync(vectors).size - 5);
  const resumed = await score('torn');
  expect(resumed).toMatchObject({ code: 0, stderr: expect.stringContaining('1 vector kept from before') as string });
  const sent = server.requests.filter(({ format }) => format === undefined).flatMap(({ input }) => input);
  // Refused once when the money ended, lost once when the file was torn.
  expect(sent.length - new Set(sent).size).toBe(2);
  const whole = await score('whole');
  expect(whole.scores).toEqual(resumed.scores);
});

test.each([
  ['fewer vectors', { data: [] }, 'it has 0 vectors for'],
  ['NaN', '{"data": [{"index": 0, "embedding": [NaN]}]}', 'it holds NaN or Infinity'],
  ['null in a vector', { data: [{ index: 0, embedding: [1, null] }] }, 'vector 0 holds null at 1'],
  ['half a float', { data: [{ index: 0, embedding: 'AAAAAAA=' }] }, 'no whole number of floats'],
])('%s is a clear error', async (name, body, said) => {
  server = await startEmbeddingServer(() => ({ body }));
  const { embedder, signal } = await client(server.url);
  await expect(embedder.embed(['a'], { signal })).rejects.toMatchObject({
    kind: 'protocol',
    message: expect.stringContaining(said) as string,
  });
  expect(name).not.toBe('');
});

async function client(url: string) {
  const { createOpenAiCompatible } = await import('../src/models/openai-compatible/index.ts');
  return {
    embedder: createOpenAiCompatible({ id: 'e', baseUrl: url, model: 'bag' }).extension('embed')!,
    signal: new AbortController().signal,
  };
}

test('texts beyond the window are cut with their tokens told, left out, or refused', async () => {
  server = await startEmbeddingServer(({ input }) =>
    input.some((text) => text.split(/\s+/).length > 6)
      ? { status: 400, body: { error: { message: 'maximum context length is 6 tokens' } } }
      : undefined,
  );
  const cut = await score('cut', '--context-tokens', '24', '--overhead-tokens', '0', '--tokenizer', 'characters');
  expect(cut.code).toBe(0);
  expect(Number(cut.embedding['cutTexts'])).toBeGreaterThan(0);
  expect(Number(cut.embedding['droppedTokens'])).toBeGreaterThan(0);
  const skip = await score('skip', '--too-long', 'skip');
  expect(skip.code).toBe(0);
  expect(Number(skip.embedding['skipped'])).toBeGreaterThan(0);
  const fail = await score('fail');
  expect([fail.code, fail.stderr]).toEqual([4, expect.stringContaining('maximum context length')]);
});

test('misuse is told: no encoder, no window to cut to, a benchmark without encoders', async () => {
  server = await startEmbeddingServer();
  expect(await score('misuse', '--too-long', 'cut')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--context-tokens') as string,
  });
  const lexical = await fathom(['score', 'loco', '--embed', 'baseline/lexical', '--data', data]);
  expect(lexical).toMatchObject({ code: 2, stderr: expect.stringContaining('no embeddings endpoint') as string });
  const leval = await fathom(['score', 'leval', '--embed', `${server.url}#bag`]);
  expect(leval).toMatchObject({ code: 2, stderr: expect.stringContaining('measures no encoders') as string });
});
