import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sample } from '../../core/index.ts';
import { dashboardServices } from '../../cli/dashboard/services.ts';
import { NO_SUMMARIES } from '../../cli/dashboard/no-summaries.fixture.ts';
import { createMemoryLedger } from '../../store/index.ts';
import { exampleOutcome, exampleRun, exampleSample, exampleSkipped } from '../../testing/ledger-examples.ts';
import type { PromptText, SamplePage } from '../api.ts';
import { startServer, type DashboardServer } from '../start-server.ts';

const NEEDLE = 'The key is 七号柜.';
const STRAW = '草堆 hay. ';
const haystack = new TextEncoder().encode(STRAW.repeat(20_000));
const middle = 10_000 * Buffer.byteLength(STRAW);

/** A haystack of 260 kB with a needle in its middle, and a question after it. */
function longSample(id: string, changes: Partial<Sample> = {}): Sample {
  const blocks = [
    { role: 'context' as const, pieces: [{ doc: 'hay', from: 0, to: middle }] },
    { role: 'evidence' as const, id: 'needle-0', pieces: [{ text: NEEDLE }] },
    { role: 'context' as const, pieces: [{ doc: 'hay', from: middle, to: haystack.length }] },
    { role: 'question' as const, pieces: [{ text: 'Where is the key?' }] },
  ];
  const step = { messages: [{ from: 'user' as const, blocks }], output: { maxTokens: 20 } };
  return exampleSample(id, {
    ask: { kind: 'generate', steps: [step], fit: { policy: 'exact', tokenizer: 'characters' } },
    placements: [{ id: 'needle-0', askedDepthPercent: 50, depthPercent: 49.9 }],
    ...changes,
  });
}

/** An id that would be a path, markup or a query, if anybody took it for one. */
const HOSTILE = '../../etc/passwd?<script>alert(1)</script>&task=x#"\u0000%2e%2e/ü';

let server: DashboardServer;
const ledger = createMemoryLedger();

beforeAll(async () => {
  const cell = (depthPercent: number) => ({ askedTokens: 1000, depthPercent });
  const samples = [
    longSample('a', { cell: cell(0) }),
    longSample(HOSTILE, { cell: cell(50) }),
    exampleSkipped('none'),
    longSample('z/1', { cell: cell(50) }),
    longSample('z/2', { cell: cell(100), task: 'example/two' }),
  ];
  await ledger.createRun(exampleRun('r1'), samples);
  const score = (value: number) => ({ status: 'ok', score: { value, mode: 'corrected', metric: 'keyword', why: '<b>no</b>' } }) as const;
  for (const [id, value] of [
    ['a', 1],
    [HOSTILE, 0],
    ['z/2', 0.5],
  ] as const) {
    await ledger.record('r1', exampleOutcome(id, { result: score(value) }));
  }
  const services = dashboardServices({ ledger, assets: new Map(), summaries: NO_SUMMARIES });
  server = await startServer({ ...services, documents: async () => ({ bytes: () => haystack }) }, { port: 0 });
});
afterAll(() => server.close());

async function ask<T>(path: string, query: Readonly<Record<string, string | number>> = {}): Promise<{ status: number; body: T }> {
  const given = Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]));
  const url = `${server.origin}/api/runs/r1/${path}?${new URLSearchParams(given)}`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${server.token}` } });
  return { status: response.status, body: (await response.json()) as T };
}

describe('a sample over HTTP', () => {
  it('comes with its strip and what stands beside it, without its text', async () => {
    const { body } = await ask<SamplePage>('sample', { id: HOSTILE });
    expect(body.place).toEqual({ position: 1, total: 5, previous: 'a', next: 'none' });
    const length = Buffer.byteLength(NEEDLE);
    expect(body.strip.needles).toEqual([
      { id: 'needle-0', message: 0, fromByte: middle, toByte: middle + length, askedDepthPercent: 50, depthPercent: 49.9 },
    ]);
    expect(body.strip.messages[0]?.bytes).toBe(haystack.length + length + 'Where is the key?'.length);
    expect(JSON.stringify(body)).not.toContain('hay.');
  });

  it('says of a skipped one why, and has no text of it', async () => {
    const { body } = await ask<SamplePage>('sample', { id: 'none' });
    expect(body.outcome).toMatchObject({ status: 'skipped', reason: 'too-short', detail: 'no room for the needle', score: null });
    expect(body.strip).toEqual({ messages: [], needles: [] });
    expect((await ask('sample/text', { id: 'none', message: 0, from: 0, to: 9 })).status).toBe(400);
  });

  it('has its neighbours under every filter, in the order of the list', async () => {
    const place = async (id: string, query: Readonly<Record<string, string>>) => (await ask('sample/place', { id, ...query })).body;
    const where = JSON.stringify({ depthPercent: 50 });
    expect(await place('z/1', { where })).toEqual({ position: 1, total: 2, previous: HOSTILE });
    expect(await place('a', { status: 'ok', sort: 'score' })).toEqual({ position: 2, total: 3, previous: 'z/2' });
    expect(await place('z/1', { status: 'pending' })).toEqual({ position: 0, total: 1 });
    expect(await place('a', { task: 'example/two' })).toEqual({ position: null, total: 1 });
    await ledger.record('r1', exampleOutcome('z/1'));
    expect(await place('z/1', { status: 'pending' })).toEqual({ position: null, total: 0 });
  });
});

describe('the text of a prompt over HTTP', () => {
  const text = (from: number | string, to: number | string) => ask<PromptText>('sample/text', { id: HOSTILE, message: 0, from, to });

  it('is the part that was asked for, in whole characters', async () => {
    const { body } = await text(middle - 1, middle + 12);
    expect(body).toEqual({ message: 0, fromByte: middle - 1, toByte: middle + 14, text: ' The key is 七' });
  });

  it('comes in parts that join without a gap, and every part is small', async () => {
    const parts: PromptText[] = [];
    for (let at = 0, end = false; !end; end = parts.at(-1)!.text === '') {
      parts.push((await text(at, Number.MAX_SAFE_INTEGER)).body);
      expect(parts.at(-1)!.fromByte).toBe(at);
      at = parts.at(-1)!.toByte;
    }
    const half = STRAW.repeat(10_000);
    // Not `toBe`: a quarter of a megabyte is no message to read.
    expect(parts.map((part) => part.text).join('') === `${half}${NEEDLE}${half}Where is the key?`).toBe(true);
    expect(Math.max(...parts.map((part) => Buffer.byteLength(part.text)))).toBeLessThan(64 * 1024 + 4);
  });

  it('beyond the end, or of nothing, is empty; one that ends before it begins is refused', async () => {
    const bytes = haystack.length + Buffer.byteLength(NEEDLE) + 'Where is the key?'.length;
    expect((await text(2 ** 52, 2 ** 53 - 1)).body).toEqual({ message: 0, fromByte: bytes, toByte: bytes, text: '' });
    expect((await text(120, 120)).body.text).toBe('');
    expect(await ask('sample/text', { id: 'a', message: 0, from: 500, to: 100 })).toEqual({
      status: 400,
      body: { error: 'A part of a prompt ends before it begins.' },
    });
  });

  it.each([
    ['-1', '9'],
    ['0', '1e400'],
    ['NaN', '9'],
    ['0x', '9'],
    ['1.5', '9'],
  ])('refuses from %s to %s', async (from, to) => {
    expect((await text(from, to)).status).toBe(400);
  });

  it('refuses messages and samples that are not there', async () => {
    expect(await ask('sample/text', { id: 'a', message: 1, from: 0, to: 9 })).toMatchObject({ status: 400 });
    for (const id of ['A', 'a/', '../r1/a', 'a\u0000', '%61', '__proto__']) {
      expect((await ask('sample', { id })).status).toBe(404);
      expect((await ask('sample/place', { id })).body).toMatchObject({ position: null });
      expect((await ask('sample/text', { id, message: 0, from: 0, to: 9 })).status).toBe(404);
    }
    expect((await ask('sample', { id: 'x'.repeat(5000) })).status).toBe(400);
    expect((await ask('sample')).status).toBe(400);
    expect((await ask('sample/place', { id: 'a', where: '{"a":{}}' })).status).toBe(400);
  });
});
