import { Hono } from 'hono';
import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import type { RunWorkers, DashboardServices } from '../services.ts';
import { runOf } from './run-routes.ts';
import { unlessGone } from './unless-gone.ts';

const startForm = z.strictObject({
  tasks: z.array(z.string().min(1).max(200)).min(1).max(50),
  flags: z.record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(2000)).max(50)])),
  confirmed: z.boolean().default(false),
});

/** Starting, pausing, going on, deleting. Every one of them changes something: POST or DELETE, never GET. */
export function workRoutes(services: DashboardServices): Hono {
  const { ledger } = services;
  return new Hono()
    .post('/plan', async (context) => {
      const form = startForm.parse(await context.req.json());
      return unlessGone(context, async (signal) => context.json(await workersOf(services).plan(form, signal)));
    })
    .post('/runs', async (context) =>
      context.json({ runs: await workersOf(services).start(startForm.parse(await context.req.json())) }, 201),
    )
    .post('/runs/:id/pause', async (context) => {
      await workersOf(services).pause((await runOf(services, context.req.param('id'))).id);
      return context.body(null, 202);
    })
    .post('/runs/:id/resume', async (context) => {
      await workersOf(services).resume((await runOf(services, context.req.param('id'))).id);
      return context.body(null, 202);
    })
    .get('/runs/:id/work', async (context) => {
      // The ledger first: whoever works on a run is asked by its id, and that looks for a file.
      const { id } = await runOf(services, context.req.param('id'));
      return context.json({ worker: services.workers?.workerOf(id) ?? null, failure: services.workers?.failureOf(id) ?? null });
    })
    .delete('/runs/:id', async (context) => {
      const { id } = await runOf(services, context.req.param('id'));
      if (workersOf(services).workerOf(id) !== null) {
        throw new FathomError('misuse', 'A process is working on this run.', { fix: 'Pause it first.' });
      }
      await services.trash(id);
      return context.body(null, 204);
    })
    .post('/runs/:id/restore', async (context) => {
      workersOf(services);
      await services.restore(context.req.param('id'));
      return context.json((await ledger.run(context.req.param('id'))) === undefined ? { restored: false } : { restored: true });
    });
}

function workersOf({ workers }: DashboardServices): RunWorkers {
  if (workers) return workers;
  throw new FathomError('storage', 'The ledger cannot be written: runs can be looked at, not started or changed.');
}
