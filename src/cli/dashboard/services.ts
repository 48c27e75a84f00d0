import { FathomError, type Ledger } from '../../core/index.ts';
import { aggregateRun, companionOf, companionRuns, deleteRuns, reopenDocuments, restoreRuns } from '../../evaluate/index.ts';
import type { Asset, DashboardServices, RunWorkers } from '../../server/index.ts';
import { promptLayout, promptWindow } from '../../text/index.ts';
import { revisionOf } from '../run-revision.ts';
import { version } from '../version.ts';
import { findTasks } from '../wire.ts';
import { dataChunks } from '../write-data.ts';
import { renderReport } from '../write-report.ts';
import { benchmarkCards } from './benchmark-cards.ts';
import type { SummaryStore } from '../summary-store.ts';
import { runSearch } from './run-search.ts';
import { tryPrompt } from './try-prompt.ts';
import { createTurnstile } from './turnstile.ts';

/** What the dashboard's server works with. Without `workers` it only shows. */
export interface ServicesOptions {
  readonly ledger: Ledger;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly summaries: SummaryStore;
  readonly workers?: RunWorkers;
}

/** Formats that a browser may download, with their media types: pictures and texts, cells (csv), samples (parquet). */
const DOWNLOADS = {
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const;

/** Model names that every installation has, to offer in the form. */
const OFFERED_MODELS = ['baseline/lexical', 'openai/', 'anthropic/', 'google/', 'http://localhost:8000/v1#'];

/** Puts the rest of the program at the server's disposal. */
export function dashboardServices({ ledger, assets, workers, summaries }: ServicesOptions): DashboardServices {
  let cards: ReturnType<typeof benchmarkCards> | undefined;
  // A long prompt takes memory and all of a processor: one is made at a time, and those that nobody waits for any more are not.
  const inTurn = createTurnstile(1);
  return {
    version: version(),
    ledger,
    assets,
    writable: workers !== undefined,
    models: OFFERED_MODELS,
    revisionOf: (runIds) => revisionOf(ledger, runIds),
    summarize: async (run, revision) => {
      const kept = summaries.read(run.id, revision);
      if (kept) return kept;
      const summary = await aggregateRun(ledger, run, { families: (await findTasks(run.tasks)).families });
      // A run that goes on has another summary in a moment.
      if (workers?.workerOf(run.id) == null) summaries.write(run.id, revision, summary);
      return summary;
    },
    searchOf: (run) => runSearch(ledger, run),
    companions: (runId) => companionRuns(ledger, runId),
    mainRunOf: (runId) => companionOf(runId)?.runId ?? null,
    documents: reopenDocuments,
    layout: (sample) => promptLayout(sample.ask),
    text: (sample, documents, part) => ({ message: part.message, ...promptWindow(sample.ask, documents, part) }),
    benchmarks: () => (cards ??= benchmarkCards()),
    tryPrompt: (request, signal) => inTurn(() => tryPrompt(request), signal),
    async report(run, format, summary) {
      if (!isDownload(format)) {
        throw new FathomError('missing', 'There is no such report.', { fix: `Formats: ${Object.keys(DOWNLOADS).join(', ')}.` });
      }
      const file = { type: DOWNLOADS[format], ending: format };
      if (format === 'parquet') return { ...file, chunks: await dataChunks(ledger, run, {}) };
      return { ...file, chunks: format === 'csv' ? await dataChunks(ledger, run, { summary }) : [await renderReport(summary, format)] };
    },
    trash: (runId) => deleteRuns(ledger, [runId], new Date().toISOString()),
    restore: (runId) => restoreRuns(ledger, [runId]),
    ...(workers && { workers }),
  };
}

const isDownload = (format: string): format is keyof typeof DOWNLOADS => Object.hasOwn(DOWNLOADS, format);
