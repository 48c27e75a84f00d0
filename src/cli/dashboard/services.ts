import { FathomError, type Ledger } from '../../core/index.ts';
import { aggregateRun, companionOf, companionRuns, reopenDocuments } from '../../evaluate/index.ts';
import type { Asset, DashboardServices, RunWorkers } from '../../server/index.ts';
import { promptLayout, promptWindow } from '../../text/index.ts';
import { version } from '../version.ts';
import { findTasks } from '../wire.ts';
import { renderReport, type ReportFormat } from '../write-report.ts';
import { benchmarkCards } from './benchmark-cards.ts';
import { tryPrompt } from './try-prompt.ts';

/** What the dashboard's server works with. Without `workers` it only shows. */
export interface ServicesOptions {
  readonly ledger: Ledger;
  readonly assets: ReadonlyMap<string, Asset>;
  readonly workers?: RunWorkers;
}

/** Formats that a browser may download, with their media types. */
const DOWNLOADS: { readonly [format in ReportFormat]?: string } = {
  html: 'text/html; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

/** Model names that every installation has, to offer in the form. */
const OFFERED_MODELS = ['baseline/lexical', 'openai/', 'anthropic/', 'google/', 'http://localhost:8000/v1#'];

/** Puts the rest of the program at the server's disposal. */
export function dashboardServices({ ledger, assets, workers }: ServicesOptions): DashboardServices {
  let cards: ReturnType<typeof benchmarkCards> | undefined;
  return {
    version: version(),
    ledger,
    assets,
    writable: workers !== undefined,
    models: OFFERED_MODELS,
    summarize: async (run) => aggregateRun(ledger, run, { families: (await findTasks(run.tasks)).families }),
    companions: (runId) => companionRuns(ledger, runId),
    mainRunOf: (runId) => companionOf(runId)?.runId ?? null,
    documents: reopenDocuments,
    layout: (sample) => promptLayout(sample.ask),
    text: (sample, documents, part) => ({ message: part.message, ...promptWindow(sample.ask, documents, part) }),
    benchmarks: () => (cards ??= benchmarkCards()),
    tryPrompt,
    async report(run, format) {
      const type = DOWNLOADS[format as ReportFormat];
      if (type === undefined) {
        throw new FathomError('missing', 'There is no such report.', { fix: `Formats: ${Object.keys(DOWNLOADS).join(', ')}.` });
      }
      const summary = await aggregateRun(ledger, run, { families: (await findTasks(run.tasks)).families });
      return { content: await renderReport(summary, format as ReportFormat), type, ending: format };
    },
    trash: (runId) => notYet(runId),
    restore: (runId) => notYet(runId),
    ...(workers && { workers }),
  };
}

const notYet = (runId: string): Promise<void> => Promise.reject(new FathomError('misuse', `not yet: ${runId}`));
