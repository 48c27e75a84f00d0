import { afterAll, beforeAll, expect, test } from 'vitest';
import { formArgv } from '../../cli/dashboard/form-argv.ts';
import { dashboardServices } from '../../cli/dashboard/services.ts';
import { FathomError } from '../../core/index.ts';
import { createMemoryLedger } from '../../store/index.ts';
import { exampleRun } from '../../testing/ledger-examples.ts';
import type { StartForm } from '../api.ts';
import type { RunWorkers } from '../services.ts';
import { startServer, type DashboardServer } from '../start-server.ts';
import { NO_SUMMARIES } from '../../cli/dashboard/no-summaries.fixture.ts';

const ledger = createMemoryLedger();
const said: unknown[] = [];
const calledOff = Promise.withResolvers<void>();
let planning = Promise.withResolvers<void>();

/** Workers that write down what they were asked for. A plan of `hangs/on` comes when nobody waits for it any more. */
const workers: RunWorkers = {
  async plan(form, signal) {
    const argv = formArgv('plan', form);
    planning.resolve();
    if (form.tasks[0] !== 'hangs/on') return { argv: [...argv] };
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    calledOff.resolve();
    throw new Error('nobody hears this');
  },
  async start(form: StartForm) {
    said.push(form);
    return ['r2'];
  },
  async resume(id) {
    said.push(`resume ${id}`);
  },
  async pause(id) {
    said.push(`pause ${id}`);
    throw new FathomError('misuse', 'not here', { fix: 'there' });
  },
  workerOf: () => null,
  failureOf: (id) => `${id} failed`,
};

let server: DashboardServer;
beforeAll(async () => {
  await ledger.createRun(exampleRun('r1'), []);
  server = await startServer(dashboardServices({ ledger, assets: new Map(), summaries: NO_SUMMARIES, workers }), { port: 0 });
});
afterAll(() => server.close());

async function call(path: string, body?: unknown, signal?: AbortSignal) {
  const response = await fetch(`${server.origin}/api${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const text = await response.text();
  return [response.status, text === '' ? null : (JSON.parse(text) as unknown)];
}

test('a form is planned and started; what is wrong with it is said of its field', async () => {
  const form = { tasks: ['needlebench'], flags: { lengths: '4k', model: ['mock/echo'] } };
  expect(await call('/plan', form)).toEqual([200, { argv: ['plan', 'needlebench', '--lengths=4k', '--model=mock/echo'] }]);
  expect(await call('/plan', { ...form, flags: { lengths: '4x' } })).toEqual([
    400,
    { error: '"4x" is no length.', fix: 'Write tokens as 4000, 4k, 4Ki (4,096) or 1m.', field: 'lengths' },
  ]);
  expect(await call('/plan', { ...form, tasks: ['./q.jsonl'] })).toMatchObject([400, { field: 'tasks' }]);
  expect(await call('/runs', { ...form, confirmed: true })).toEqual([201, { runs: ['r2'] }]);
  expect(await call('/runs/r1/resume', {})).toEqual([202, null]);
  expect(await call('/runs/r1/pause', {})).toEqual([400, { error: 'not here', fix: 'there' }]);
  expect(await call('/runs/r1/work')).toEqual([200, { worker: null, failure: 'r1 failed' }]);
  expect(await call('/runs/none/resume', {})).toMatchObject([404, {}]);
  expect(said).toEqual([{ ...form, confirmed: true }, 'resume r1', 'pause r1']);
});

test.each([
  { tasks: [], flags: {} },
  { tasks: ['needlebench'], flags: {}, argv: ['--yes'] },
  { tasks: ['needlebench'], flags: { lengths: { toString: 'x' } } },
  { tasks: ['needlebench'], flags: { lengths: 'k'.repeat(3000) } },
  { tasks: Array.from({ length: 51 }, () => 'needlebench'), flags: {} },
  'needlebench',
])('a body that is no form is refused before anybody sees it: %j', async (body) => {
  const before = said.length;
  expect(await call('/runs', body)).toMatchObject([400, { error: expect.stringMatching(/^\w/) }]);
  expect(said.length).toBe(before);
});

test('a plan that the browser no longer waits for is called off', async () => {
  planning = Promise.withResolvers();
  const gone = new AbortController();
  const asked = call('/plan', { tasks: ['hangs/on'], flags: {} }, gone.signal);
  await planning.promise;
  gone.abort();
  await expect(asked).rejects.toThrow(/abort/i);
  await calledOff.promise;
});
