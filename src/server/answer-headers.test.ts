import { expect, test, vi } from 'vitest';
import { readAll, servedDashboard } from '../../test/served-dashboard.ts';

/** The headers are looked at by `ask`, in every answer that a test of this folder gets. */
const { ask, connect, host, page, run } = servedDashboard((services) => ({
  ...services,
  benchmarks: () => Promise.reject(new Error('password=hunter2 at /home/user/secret.ts')),
}));

test('a bug is said without its details', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { status, body } = await ask({ target: '/api/benchmarks' });
  expect(status).toBe(500);
  expect(body).not.toMatch(/hunter2|secret|\.ts|\bat \//);
  expect(printed).toHaveBeenCalledOnce();
  printed.mockRestore();
});

test.each([
  ['OPTIONS', '*', 400],
  ['FATHOM', '/', 400],
  ['PUT', '/', 405],
  ['POST', '/', 405],
  ['OPTIONS', '/', 405],
  ['TRACE', '/', 405],
  ['PUT', '/api/runs', 405],
  ['PATCH', '/api/runs', 405],
  ['HEAD', '/api/runs', 405],
  ['HEAD', '/api/events', 405],
  ['OPTIONS', '/api/events', 405],
  ['TRACE', '/api/events', 405],
  ['PROPFIND', '/api/runs', 405],
  ['POST', '/api/events', 404],
  ['DELETE', '/api/runs', 404],
  ['GET', '/api', 404],
  ['GET', '/api/nothing', 404],
  ['GET', '/assets/nothing.js', 404],
] as const)('%s %s is answered %i', async (method, target, expected) => {
  const { status, headers, body } = await ask({ method, target });
  expect(status).toBe(expected);
  expect(body).toMatch(method === 'HEAD' || status === 400 ? /^$/ : /^\{"error":"[^"]+"\}$/);
  expect('allow' in headers).toBe(status === 405);
});

test('the page is kept by no browser without asking, its files for ever, data never', async () => {
  expect(await ask({ target: '/' })).toMatchObject({ status: 200, headers: { 'cache-control': 'no-cache' }, body: page });
  expect(await ask({ method: 'HEAD', target: '/' })).toMatchObject({ status: 200, body: '' });
  expect(await ask({ target: '/assets/app.js' })).toMatchObject({
    status: 200,
    headers: { 'cache-control': expect.stringContaining('immutable') },
  });
  for (const target of ['/api/runs', `/api/runs/${run().id}`]) {
    expect(await ask({ target })).toMatchObject({
      status: 200,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json' },
    });
  }
});

test('nothing is passed on to another server', async () => {
  const socket = connect();
  socket.write(`CONNECT attacker.example:80 HTTP/1.1\r\nHost: ${host()}\r\n\r\n`);
  expect(await readAll(socket)).toBe('');
});

test('what is no HTTP is answered once and ended', async () => {
  const socket = connect();
  socket.write('\u0016\u0003\u0001 hello\r\n\r\n');
  expect(await readAll(socket)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-security-policy: /);
});
