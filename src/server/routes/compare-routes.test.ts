import { afterAll, beforeAll, expect, it } from 'vitest';
import { dashboardServices } from '../../cli/dashboard/services.ts';
import { NO_SUMMARIES } from '../../cli/dashboard/no-summaries.fixture.ts';
import { createMemoryLedger } from '../../store/index.ts';
import { exampleOutcome, exampleRun, exampleSample } from '../../testing/ledger-examples.ts';
import type { ComparePage } from '../api.ts';
import { startServer, type DashboardServer } from '../start-server.ts';

const ledger = createMemoryLedger();
let server: DashboardServer;
const LENGTHS = [1000, 2000];
const DEPTHS = [0, 100];
const names = LENGTHS.flatMap((length) => DEPTHS.map((depth) => `${length}/${depth}`));

beforeAll(async () => {
  const samples = LENGTHS.flatMap((askedTokens) =>
    DEPTHS.map((depthPercent) => exampleSample(`${askedTokens}/${depthPercent}`, { cell: { askedTokens, depthPercent } })),
  );
  for (const [id, values] of [
    ['r1', [1, 1, 0, 0]],
    ['r2', [1, 0, 1, 0.5]],
  ] as const) {
    await ledger.createRun(exampleRun(id), samples);
    for (const [i, value] of values.entries()) {
      await ledger.record(
        id,
        exampleOutcome(names[i]!, { result: { status: 'ok', score: { value, mode: 'corrected', metric: 'keyword' } } }),
      );
    }
  }
  server = await startServer(dashboardServices({ ledger, assets: new Map(), summaries: NO_SUMMARIES }), { port: 0 });
});
afterAll(() => server.close());

async function compare(query: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(`${server.origin}/api/compare?${new URLSearchParams(query)}`, { headers: { authorization: `Bearer ${server.token}` } });
}

it('pairs two runs, maps where they differ, and names what flipped', async () => {
  const page = (await (await compare({ before: 'r1', after: 'r2' })).json()) as ComparePage;
  expect(page.overall).toMatchObject({ n: 4, before: 0.5, after: 0.625, difference: 0.125 });
  expect(page.axes).toEqual(['askedTokens', 'depthPercent']);
  expect(page.maps[0]?.cells.map((row) => row.map(({ difference }) => difference))).toEqual([
    [0, 1],
    [-1, 0.5],
  ]);
  expect(page.flipped.map(({ sampleId }) => sampleId)).toEqual(['1000/100', '2000/0', '2000/100']);
});

it('lays the same comparison out over other axes, and turns it round', async () => {
  const turned = (await (await compare({ before: 'r2', after: 'r1', x: 'depthPercent', y: 'askedTokens' })).json()) as ComparePage;
  expect(turned.maps[0]?.cells.map((row) => row.map(({ difference }) => difference))).toEqual([
    [0, 1],
    [-1, -0.5],
  ]);
});

it('takes in what is recorded meanwhile', async () => {
  await ledger.createRun(exampleRun('r3'), [exampleSample('1000/0', { cell: { askedTokens: 1000, depthPercent: 0 } })]);
  const n = async () => ((await (await compare({ before: 'r1', after: 'r3' })).json()) as ComparePage).overall.n;
  expect(await n()).toBe(0);
  await ledger.record('r3', exampleOutcome('1000/0'));
  expect(await n()).toBe(1);
});

it('says that a run is not there, and what is missing in a request', async () => {
  expect((await compare({ before: 'r1', after: '../r2' })).status).toBe(404);
  expect((await compare({ before: 'r1' })).status).toBe(400);
  for (const axis of ['__proto__', 'toString', 'x'.repeat(101)]) {
    expect((await compare({ before: 'r1', after: 'r2', x: axis })).status).toBe(400);
    expect((await compare({ before: 'r1', after: 'r2', y: axis })).status).toBe(400);
  }
});
