import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { servedDashboard } from '../../test/served-dashboard.ts';

const { ask, copyRun, page, routes, run } = servedDashboard();

const folder = mkdtempSync(join(tmpdir(), 'fathom-paths-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const SECRET = 'what no browser may read';
const file = join(folder, 'secret.html');
writeFileSync(file, SECRET);

const up = '../'.repeat(12);
const climbing = `${up}${file.slice(1)}`;
/** Ways to write a path to that file, or to a file that every machine has. */
const SPELLINGS = [
  climbing,
  file,
  `/${file}`,
  encodeURIComponent(climbing),
  encodeURIComponent(encodeURIComponent(climbing)),
  climbing.replaceAll('.', '%2e'),
  climbing.replaceAll('.', '%252e'),
  climbing.replaceAll('/', '%2f'),
  climbing.replaceAll('/', '\\'),
  climbing.replaceAll('/', '%5c'),
  climbing.replaceAll('../', '....//'),
  climbing.replaceAll('../', '..;/'),
  climbing.replaceAll('.', '%c0%ae'),
  `${climbing}%00.js`,
  `%00${climbing}`,
  `file://${file}`,
  encodeURIComponent(`file://${file}`),
  '%zz',
  '%',
  '%ff%fe',
  '__proto__',
  'constructor',
  'a'.repeat(8000),
];

/** Refused, or answered with the page, which holds nothing. */
async function expectHarmless(request: { readonly method?: string; readonly target: string }) {
  const { status, body } = await ask(request);
  expect(body).not.toContain(SECRET);
  const outcome = status === 200 && body === page ? 'the page' : status;
  expect({ ...request, outcome }).toEqual({ ...request, outcome: expect.toBeOneOf(['the page', 400, 404, 405]) });
}

test.each(['/', '/assets/', '/assets/..', '/api/', '/runs/'])('no file of this machine is below %s', async (root) => {
  for (const spelling of SPELLINGS) await expectHarmless({ target: root + spelling });
});

test('no route takes a path to a file for an id or a format', async () => {
  for (const spelling of SPELLINGS) {
    const here = routes(spelling).filter(({ target }) => target.includes(spelling));
    expect(here.length).toBeGreaterThan(9);
    for (const request of here) await expectHarmless(request);
  }
});

test('no parameter of a query names a file', async () => {
  const { id } = run();
  const path = encodeURIComponent(climbing);
  for (const target of [
    `/api/runs/${id}?x=${path}&y=__proto__`,
    `/api/runs/${id}?x=constructor&y=toString`,
    `/api/runs/${id}/samples?task=${path}`,
    `/api/runs/${id}/samples?where=${encodeURIComponent(`{"__proto__":{"a":1},"${climbing}":1}`)}`,
    `/api/runs/${id}/sample?id=${path}`,
    `/api/runs/${id}/sample/text?id=${path}&message=0&from=0&to=9`,
    `/api/runs/${id}/report/${encodeURIComponent(path)}`,
    `/api/runs/${id}/report/constructor`,
    `/api/runs/${id}/report/__proto__`,
    `/api/compare?before=${path}&after=${path}`,
    `/api/compare?before=${id}&after=${id}&x=__proto__&y=${path}`,
    `/api/try?task=${path}&lengthTokens=1000&depthPercent=0&language=en&seed=0`,
    `/api/try?task=needlebench/single-retrieval&lengthTokens=1000&depthPercent=0&language=${path}&seed=0`,
    `/api/try/text?task=${path}&lengthTokens=1000&depthPercent=0&language=en&seed=0&message=0&from=0&to=9`,
  ]) {
    const { status, body } = await ask({ target });
    expect(body).not.toContain(SECRET);
    expect({ target, status }).toEqual({ target, status: expect.toSatisfy((code: number) => code < 500) });
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('the name of a report is made of letters, whatever the run is called', async () => {
  const id = 'r"; filename="evil.exe"\r\nSet-Cookie: a=b\r\n\r\n<script>../../密';
  await copyRun({ id });
  const { status, headers } = await ask({ target: `/api/runs/${encodeURIComponent(id)}/report/html` });
  expect(status).toBe(200);
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.html"$/);
  expect(headers).not.toHaveProperty('set-cookie');
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
});
