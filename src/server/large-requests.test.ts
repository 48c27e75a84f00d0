import type { Socket } from 'node:net';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { parseAnswer, readAll, servedDashboard, type RawAnswer } from '../../test/served-dashboard.ts';

const { ask, connect, host, token } = servedDashboard();

const MEGABYTE = 2 ** 20;
const PIECE = Buffer.alloc(64 * 1024, ' ');

interface Body {
  readonly bytes: number;
  /** Says the length beforehand, or sends a piece at a time, each with its own. */
  readonly framing: 'length' | 'chunks';
  /** Bytes at a time. */
  readonly piece?: number;
}

/** Sends a body as fast as the server takes it, until it answers or closes. Gives the answer, and the memory that this took. */
async function post(target: string, { bytes, framing, piece = PIECE.length }: Body): Promise<RawAnswer & { readonly grownBytes: number }> {
  const socket = connect();
  const answered = readAll(socket);
  const said = framing === 'length' ? `Content-Length: ${bytes}` : 'Transfer-Encoding: chunked';
  socket.write(`POST ${target} HTTP/1.1\r\nHost: ${host()}\r\nAuthorization: Bearer ${token()}\r\n${said}\r\n\r\n`);
  const before = process.memoryUsage().rss;
  let most = before;
  for (let sent = 0; sent < bytes && socket.writable && socket.bytesRead === 0; sent += piece) {
    if (framing === 'chunks') socket.write(`${piece.toString(16)}\r\n`);
    const taken = socket.write(PIECE.subarray(0, piece));
    if (framing === 'chunks') socket.write('\r\n');
    await (taken ? turn() : drained(socket));
    most = Math.max(most, process.memoryUsage().rss);
  }
  if (socket.bytesRead === 0) await new Promise((resolve) => socket.once('data', resolve));
  socket.end();
  return { ...parseAnswer(await answered), grownBytes: most - before };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    for (const event of ['drain', 'close', 'data'] as const) socket.once(event, () => resolve());
  });

test.each([
  ['with its length said', { bytes: 100 * MEGABYTE, framing: 'length' }],
  ['in chunks', { bytes: 100 * MEGABYTE, framing: 'chunks' }],
  ['slowly, with its length said', { bytes: 100 * MEGABYTE, framing: 'length', piece: 16 }],
  ['slowly, in chunks', { bytes: 100 * MEGABYTE, framing: 'chunks', piece: 16 }],
] as const)('100 MB are refused %s, and fill no memory', async (_, body) => {
  for (const target of ['/api/plan', '/api/runs', '/api/runs/x/warm', '/']) {
    const { status, headers, grownBytes } = await post(target, body);
    expect({ target, status }).toEqual({ target, status: 413 });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
    expect(grownBytes).toBeLessThan(20 * MEGABYTE);
  }
  expect((await ask({ target: '/api/runs' })).status).toBe(200);
});

test('who sends on after the refusal is cut off', async () => {
  const socket = connect();
  const answered = readAll(socket);
  socket.write(`POST /api/plan HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: ${10_000 * MEGABYTE}\r\n\r\n`);
  while (socket.writable) await (socket.write(PIECE) ? turn() : drained(socket));
  // A reset may swallow the answer.
  expect(await answered).toMatch(/^(HTTP\/1\.1 413 |$)/);
});

test('a body is no longer than it said', async () => {
  const body = '{"tasks":["needlebench"],"flags":{"nothing":1}}';
  const { status } = await ask({ method: 'POST', target: '/api/plan', headers: { 'Content-Length': '10' }, body });
  expect(status).toBe(400);
});

test.each([
  ['one of 100 kB', { 'X-Long': 'x'.repeat(100_000) }, 431],
  ['a thousand', Object.fromEntries(Array.from({ length: 1000 }, (__, i) => [`X-${i}`, 'x'.repeat(20)])), 431],
  ['a length that is none', { 'Content-Length': '1e9' }, 400],
  ['two ways to say a length', { 'Content-Length': '4', 'Transfer-Encoding': 'chunked' }, 400],
  ['an expectation', { Expect: 'the-unexpected' }, 417],
] as const)('headers that are not in order are refused: %s', async (_, headers, status) => {
  expect((await ask({ method: 'POST', target: '/api/plan', headers })).status).toBe(status);
});

describe('a form that is none', () => {
  // What is not understood is no bug: nothing of it stands in the terminal.
  const printed = vi.spyOn(console, 'error');
  beforeEach(() => void printed.mockClear());

  test('that ends too early', async () => {
    const socket = connect();
    socket.write(`POST /api/plan HTTP/1.1\r\nHost: ${host()}\r\nAuthorization: Bearer ${token()}\r\nContent-Length: 99\r\n\r\n{`);
    socket.end();
    expect(await readAll(socket)).toMatch(/^(HTTP\/1\.1 400 |$)/);
    expect((await ask({ target: '/api/runs' })).status).toBe(200);
    expect(printed).not.toHaveBeenCalled();
  });

  test.each([
    '',
    '{',
    'null',
    '"text"',
    '[]',
    '['.repeat(60_000),
    `{"tasks":["a"],"flags":{${Array.from({ length: 3000 }, (_, i) => `"f${i}":1`).join()}}}`,
    '{"tasks":["a"],"flags":{},"__proto__":{"polluted":true}}',
    '{"tasks":["a"],"flags":{"__proto__":{"polluted":true}}}',
    '{"tasks":["a"],"flags":{"constructor":{"prototype":{"polluted":true}}}}',
    '{"tasks":["a"],"flags":{"constructor":"x"}}',
    '{"tasks":["a"],"flags":{"model":{"toString":1}}}',
    '{"tasks":["a"],"flags":{"store":"/etc"}}',
    '{"tasks":["a"],"flags":{"tokenizer":"/etc/passwd"}}',
    '{"tasks":["/etc/passwd"],"flags":{}}',
    '{"tasks":["--store=/etc"],"flags":{}}',
    '{"tasks":["a"],"flags":{"model":"x\\u0000y"}}',
    '\u00ff\u00fe{}',
  ])('%.60j', async (body) => {
    for (const target of ['/api/plan', '/api/runs']) {
      const answer = await ask({ method: 'POST', target, body });
      expect({ target, status: answer.status }).toEqual({ target, status: 400 });
      expect(JSON.parse(answer.body)).toEqual(expect.objectContaining({ error: expect.any(String) }));
      expect(answer.body.length).toBeLessThan(2000);
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect('polluted' in {}).toBe(false);
    expect(printed).not.toHaveBeenCalled();
  });
});
