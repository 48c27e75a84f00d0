import { Hono } from 'hono';
import { z } from 'zod';
import { FathomError, type LedgerRow, type RunRecord } from '../../core/index.ts';
import { documentCut, questionText, targetText } from '../../report/index.ts';
import type { SamplePage } from '../api.ts';
import { DocumentsCache } from '../documents-cache.ts';
import type { SampleIndex } from '../sample-index.ts';
import { placeAmong, sampleQuery } from '../sample-lines.ts';
import { shownOutcome, stripOf } from '../sample-page.ts';
import type { DashboardServices } from '../services.ts';
import { textPart } from '../text-part.ts';
import { runOf } from './run-routes.ts';

const sampleName = z.object({ id: z.string().min(1).max(1000) });

/** A sample's page, and its prompt part by part. Sample ids hold slashes, and come in the query. */
export function sampleRoutes(services: DashboardServices, index: SampleIndex): Hono {
  const documents = new DocumentsCache((run) => services.documents(run));
  return new Hono()
    .get('/runs/:id/sample', async (context) => {
      const run = await runOf(services, context.req.param('id'));
      return context.json(await samplePage(services, run, sampleName.parse(context.req.query()).id));
    })
    .get('/runs/:id/sample/place', async (context) => {
      const run = await runOf(services, context.req.param('id'));
      const query = context.req.query();
      return context.json(placeAmong(await index.of(run), sampleName.parse(query).id, sampleQuery.parse(query)));
    })
    .get('/runs/:id/sample/text', async (context) => {
      const run = await runOf(services, context.req.param('id'));
      const { sample } = await rowOf(services, run, sampleName.parse(context.req.query()).id);
      if ('skipped' in sample) throw new FathomError('misuse', 'A skipped cell has no prompt.');
      return context.json(services.text(sample, await documents.of(run), textPart.parse(context.req.query())));
    })
    .post('/runs/:id/warm', async (context) => {
      void documents.of(await runOf(services, context.req.param('id'))).catch(() => undefined);
      return context.body(null, 202);
    });
}

async function rowOf({ ledger }: DashboardServices, run: RunRecord, id: string): Promise<LedgerRow> {
  const row = await ledger.row(run.id, id);
  if (row) return row;
  throw new FathomError('missing', 'This run has no such sample.');
}

async function samplePage(services: DashboardServices, run: RunRecord, id: string): Promise<SamplePage> {
  const { ledger, layout } = services;
  const { sample, outcome } = await rowOf(services, run, id);
  const place = (await ledger.place(run.id, id))!;
  const companions = await services.companions(run.id);
  const beside = await Promise.all(
    companions.map(async ({ name, record }) => {
      const row = await ledger.row(record.id, id);
      return row ? [{ name, strategy: record.strategy, outcome: shownOutcome(row.sample, row.outcome) }] : [];
    }),
  );
  const built = 'skipped' in sample ? undefined : sample;
  const fit = built?.ask.kind === 'generate' ? built.ask.fit : undefined;
  return {
    run: run.id,
    model: run.model,
    id: sample.id,
    task: sample.task,
    place,
    cell: sample.cell,
    promptTokens: built?.promptTokens ?? null,
    documentCut: documentCut(sample) ?? null,
    tokenizer: fit && 'tokenizer' in fit ? fit.tokenizer : null,
    question: built ? questionText(built) : '',
    target: built ? targetText(built.target) : '',
    strip: built ? stripOf(built, layout) : { messages: [], needles: [] },
    outcome: shownOutcome(sample, outcome),
    facts: built?.facts ?? null,
    beside: beside.flat(),
  };
}
