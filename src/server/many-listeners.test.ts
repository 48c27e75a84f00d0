import { once } from 'node:events';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { amount } from '../../test/amount.ts';
import { servedDashboard } from '../../test/served-dashboard.ts';

const { ask, connect, host, token } = servedDashboard();

/** The most pages that may listen, and connections. */
const [LISTENERS, CONNECTIONS] = [16, 256];

/** Asks for the events; gives the status of the answer, or undefined where the connection was closed without one. */
async function listen(): Promise<{ readonly socket: Socket; readonly status: number | undefined }> {
  const socket = connect().setEncoding('latin1');
  socket.on('error', () => undefined);
  const first = new Promise<string>((resolve) => {
    socket.once('data', (text: unknown) => resolve(String(text)));
    socket.once('close', () => resolve(''));
  });
  socket.write(`GET /api/events HTTP/1.1\r\nHost: ${host()}\r\nAuthorization: Bearer ${token()}\r\n\r\n`);
  const status = /^HTTP\/1\.1 (\d+)/.exec(await first)?.[1];
  return { socket, status: status === undefined ? undefined : Number(status) };
}

test('ten thousand listeners leave room for a page, and are gone when they leave', async () => {
  const wave = CONNECTIONS + 100;
  const waves = amount({ usual: 1, full: Math.ceil(10_000 / wave) });
  for (let i = 0; i < waves; i++) {
    const all = await Promise.all(Array.from({ length: wave }, listen));
    const with200 = all.filter(({ status }) => status === 200);
    expect(with200).toHaveLength(LISTENERS);
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([200, 503, undefined]));
    // Those that were let in hear what there is.
    expect(all.filter(({ status }) => status === undefined).length).toBeGreaterThan(0);
    await Promise.all(all.map(({ socket }) => (socket.closed ? undefined : once(socket.destroy(), 'close'))));
    expect((await oneMore()).status).toBe(200);
  }
  expect((await ask({ target: '/api/runs' })).status).toBe(200);
});

/** The server hears of a page that left a moment later. */
async function oneMore(): Promise<{ readonly status: number | undefined }> {
  for (;;) {
    const { socket, status } = await listen();
    socket.destroy();
    if (status === 200) return { status };
  }
}

test('a listener that reads nothing holds up nobody', async () => {
  const { socket, status } = await listen();
  expect(status).toBe(200);
  socket.pause();
  expect((await ask({ target: '/api/runs' })).status).toBe(200);
  socket.destroy();
});
