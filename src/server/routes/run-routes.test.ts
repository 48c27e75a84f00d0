import { expect, test } from 'vitest';
import { summarizeRun, taskScores } from '../../report/index.ts';
import { exampleRun } from '../../report/testing/example-run.ts';
import { createMemoryLedger } from '../../store/index.ts';
import type { WholeRunPage } from '../api.ts';
import { createApp } from '../create-app.ts';
import type { DashboardServices } from '../services.ts';

/** The interface over one made-up run, asked as the browser asks. */
async function serve() {
  const { run, rows, ...material } = exampleRun({ lengths: [1000, 4000], depths: [0, 50, 100], repeats: 2 });
  const ledger = createMemoryLedger();
  await ledger.importRuns(
    (async function* () {
      yield { run };
      yield* rows;
    })(),
  );
  const summarize = () => summarizeRun({ run, rows: ledger.rows(run.id), ...material });
  const services: Pick<DashboardServices, 'ledger' | 'summarize' | 'searchOf' | 'revisionOf' | 'companions' | 'mainRunOf'> = {
    ledger,
    summarize,
    searchOf: async () => null,
    revisionOf: async (ids) => ids.join(),
    companions: async () => [],
    mainRunOf: () => null,
  };
  const app = createApp(services as DashboardServices, { token: 'secret', hosts: () => ['127.0.0.1:4747'] });
  const ask = (path: string) =>
    app.request(`http://127.0.0.1:4747${path}`, { headers: { host: '127.0.0.1:4747', authorization: 'Bearer secret' } });
  return { run, ask, summary: await summarize() };
}

test('a run is sent with one score per task and language, its maps over the axes that were asked for, and no cells', async () => {
  const { run, ask, summary } = await serve();
  const page = (await (await ask(`/api/runs/${run.id}?x=needles&y=language`)).json()) as WholeRunPage;
  expect(page.taskScores).toEqual(taskScores(summary));
  expect(page.taskScores.length).toBeGreaterThan(4);
  expect(page.maps.length).toBeGreaterThan(0);
  for (const { map } of page.maps) expect([map.x, map.y]).toEqual(['needles', 'language']);
  expect(page.counts.total).toBe(page.counts.ok + page.counts.errors + page.counts.skipped + page.counts.pending);
  expect(page).not.toHaveProperty('scores');
  expect((await ask(`/api/runs/${run.id}?x=__proto__`)).status).toBe(400);
  expect((await ask('/api/runs/not-there')).status).toBe(404);
});
