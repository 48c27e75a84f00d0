import { Hono } from 'hono';
import { z } from 'zod';
import { compareRuns, differenceMaps } from '../../report/index.ts';
import type { ComparePage } from '../api.ts';
import type { DashboardServices } from '../services.ts';
import { runOf } from './run-routes.ts';

const compareQuery = z.object({
  before: z.string().min(1),
  after: z.string().min(1),
  x: z.string().max(100).default('askedTokens'),
  y: z.string().max(100).default('depthPercent'),
});

/** Flipped samples in one answer. */
const FLIPPED = 100;

/** Two runs side by side, paired by sample. */
export function compareRoutes(services: DashboardServices): Hono {
  const { ledger } = services;
  return new Hono().get('/compare', async (context) => {
    const { before, after, x, y } = compareQuery.parse(context.req.query());
    const [first, second] = [await runOf(services, before), await runOf(services, after)];
    const compared = await compareRuns(
      { run: first, rows: ledger.rows(before) },
      { run: second, rows: ledger.rows(after) },
      { limit: FLIPPED },
    );
    return context.json({ ...compared, maps: differenceMaps(compared.cells, { x, y }) } satisfies ComparePage);
  });
}
