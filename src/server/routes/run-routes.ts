import { Hono } from 'hono';
import { stream, streamSSE } from 'hono/streaming';
import { FathomError, type RunRecord } from '../../core/index.ts';
import { taskScores } from '../../report/index.ts';
import type { ApiError, RunSearch, WholeRunPage } from '../api.ts';
import { axesQuery } from '../axes-query.ts';
import { KeptByRevision } from '../kept-by-revision.ts';
import { liveEvents } from '../live-events.ts';
import type { RunPages } from '../run-pages.ts';
import type { SampleIndex } from '../sample-index.ts';
import { sampleLines, sampleQuery } from '../sample-lines.ts';
import type { DashboardServices } from '../services.ts';

/** Pages that may listen at a time: a browser keeps six connections, and each listener looks at the ledger for itself. */
const MOST_LISTENERS = 16;

/** Runs whose searches are kept. */
const KEPT_SEARCHES = 4;

/** Runs: the list, its figures, pages, samples, reports, and what changes. */
export function runRoutes(services: DashboardServices, { pages, index }: { readonly pages: RunPages; readonly index: SampleIndex }): Hono {
  let listeners = 0;
  const searches = new KeptByRevision<RunSearch | null, number>({
    most: KEPT_SEARCHES,
    revisionOf: ({ id }) => services.ledger.revision(id),
    make: (run) => services.searchOf(run),
  });
  return new Hono()
    .get('/runs', async (context) => {
      const runs = await pages.all();
      return context.json(await Promise.all(runs.map(({ run, beside }) => pages.line(run, beside))));
    })
    .get('/events', (context) => {
      if (listeners >= MOST_LISTENERS) return context.json({ error: 'Too many pages are open.' } satisfies ApiError, 503);
      listeners++;
      return streamSSE(context, async (events) => {
        const gone = new AbortController();
        events.onAbort(() => gone.abort());
        try {
          for await (const event of liveEvents(pages, gone.signal)) await events.writeSSE({ data: JSON.stringify(event) });
        } finally {
          listeners--;
        }
      });
    })
    .get('/runs/:id/figures', async (context) => context.json(await pages.figures(await runOf(services, context.req.param('id')))))
    .get('/runs/:id', async (context) => {
      const { x, y } = axesQuery.parse(context.req.query());
      const run = await runOf(services, context.req.param('id'));
      const page = await pages.page(run, { ...(x && { x }), ...(y && { y }) });
      const search = await searches.of(run);
      return context.json({ ...page, taskScores: taskScores(await pages.summary(run)), search } satisfies WholeRunPage);
    })
    .get('/runs/:id/samples', async (context) => {
      const run = await runOf(services, context.req.param('id'));
      return context.json(await sampleLines(await index.of(run), sampleQuery.parse(context.req.query())));
    })
    .get('/runs/:id/report/:format', async (context) => {
      const run = await runOf(services, context.req.param('id'));
      const { chunks, type, ending } = await services.report(run, context.req.param('format'), await pages.summary(run));
      context.header('content-type', type);
      context.header('content-disposition', `attachment; filename="fathom-${run.id.replaceAll(/[^\w.-]/g, '_')}.${ending}"`);
      return stream(context, async (out) => {
        for await (const chunk of chunks) await out.write(chunk);
      });
    });
}

/** A run by its whole id. Throws a FathomError (`missing`), which becomes a 404. */
export async function runOf({ ledger }: Pick<DashboardServices, 'ledger'>, id: string): Promise<RunRecord> {
  const run = await ledger.run(id);
  if (run) return run;
  throw new FathomError('missing', 'There is no such run in this ledger.', { fix: 'It may have been deleted.' });
}
