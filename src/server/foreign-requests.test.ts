import { describe, expect, test } from 'vitest';
import { servedDashboard } from '../../test/served-dashboard.ts';

const { ask, host, page, routes, run, token } = servedDashboard();

describe('a request that names another server', () => {
  test.each([
    ['a name that was pointed at 127.0.0.1', () => 'attacker.example'],
    ['that name with the port', () => host().replace('127.0.0.1', 'attacker.example')],
    ['a name that begins like this server', () => `${host()}.attacker.example`],
    ['a name that ends like this server', () => `attacker.example#${host()}`],
    ['user information before the name', () => `attacker.example@${host()}`],
    ['all interfaces', () => host().replace('127.0.0.1', '0.0.0.0')],
    ['no port', () => '127.0.0.1'],
    ['two names', () => `${host()}, attacker.example`],
    ['nothing', () => ''],
    ['no Host at all', () => undefined],
  ])('is refused on pages and data: %s', async (_, name) => {
    for (const target of ['/', '/api/runs']) {
      const answer = await ask({ target, headers: { Host: name() } });
      expect([400, 421]).toContain(answer.status);
      expect(answer.body).not.toContain(run().id);
      expect(answer.body).not.toContain(page);
    }
  });

  test('is refused when the request line names it, with a good Host beside', async () => {
    expect((await ask({ target: 'http://attacker.example/api/runs' })).status).toBe(421);
    expect((await ask({ target: `http://${host()}@attacker.example/api/runs` })).status).toBe(421);
    expect((await ask({ target: `http://${host()}/api/runs` })).status).toBe(200);
  });
});

describe('a request of another site', () => {
  test.each([
    [{ Origin: 'https://attacker.example' }],
    [{ Origin: 'null' }],
    [{ Origin: 'http://127.0.0.1' }],
    [{ Origin: 'http://127.0.0.1:1' }],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors' }],
  ])('is refused even with the token: %o', async (headers) => {
    for (const { method, target } of [
      { method: 'GET', target: '/api/runs' },
      { method: 'POST', target: '/api/plan' },
      { method: 'DELETE', target: `/api/runs/${run().id}` },
      { method: 'GET', target: '/' },
      { method: 'GET', target: '/assets/app.js' },
    ]) {
      expect({ target, status: (await ask({ method, target, headers })).status }).toEqual({ target, status: 403 });
    }
  });

  test('may lead to the page, and to no data', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate', Authorization: undefined };
    expect(await ask({ target: '/', headers })).toMatchObject({ status: 200, body: page });
    expect((await ask({ target: '/api/runs', headers })).status).toBe(401);
  });

  test('gets no permission when it asks for it beforehand', async () => {
    const asked = { Origin: 'https://attacker.example', 'Access-Control-Request-Method': 'POST', Authorization: undefined };
    const { status, headers } = await ask({ method: 'OPTIONS', target: '/api/plan', headers: asked });
    expect(status).toBe(403);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('the token', () => {
  test('is needed on every route', async () => {
    const all = routes(run().id);
    expect(all.length).toBeGreaterThan(15);
    for (const { method, target } of all) {
      const { status, body } = await ask({ method, target, headers: { Authorization: undefined } });
      expect({ method, target, status }).toEqual({ method, target, status: 401 });
      expect(body).not.toContain('needlebench');
    }
  });

  test.each([
    ['another', () => ({ Authorization: `Bearer ${'x'.repeat(32)}` })],
    ['the beginning', () => ({ Authorization: `Bearer ${token().slice(0, -1)}` })],
    ['more than it', () => ({ Authorization: `Bearer ${token()}x` })],
    ['another scheme', () => ({ Authorization: `Basic ${token()}` })],
    ['a cookie', () => ({ Authorization: undefined, Cookie: `token=${token()}; fathom-token=${token()}` })],
    ['nothing', () => ({ Authorization: '' })],
  ])('is not %s', async (_, headers) => {
    expect((await ask({ target: '/api/runs', headers: headers() })).status).toBe(401);
  });

  test('counts in no address, where logs would keep it', async () => {
    const query = new URLSearchParams({ token: token(), authorization: `Bearer ${token()}` });
    expect((await ask({ target: `/api/runs?${query}`, headers: { Authorization: undefined } })).status).toBe(401);
  });
});
