import { Hono } from 'hono';
import { z } from 'zod';
import { axesOf, differenceMaps } from '../../report/index.ts';
import type { ComparePage } from '../api.ts';
import { axesQuery } from '../axes-query.ts';
import { Comparisons } from '../comparisons.ts';
import type { DashboardServices } from '../services.ts';
import { runOf } from './run-routes.ts';

const compareQuery = axesQuery.extend({ before: z.string().min(1), after: z.string().min(1) });

/** Two runs side by side, paired by sample. */
export function compareRoutes(services: DashboardServices): Hono {
  const comparisons = new Comparisons(services);
  return new Hono().get('/compare', async (context) => {
    const { before, after, x = 'askedTokens', y = 'depthPercent' } = compareQuery.parse(context.req.query());
    const { cells, ...compared } = await comparisons.of(await runOf(services, before), await runOf(services, after));
    const axes = axesOf(cells.map(({ cell }) => cell));
    return context.json({ ...compared, axes, maps: differenceMaps(cells, { x, y }) } satisfies ComparePage);
  });
}
