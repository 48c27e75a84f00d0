import { axesOf, effectiveLengths, heatMapsOf, type RunSummary } from '../report/index.ts';
import type { LedgerRow, RunRecord } from '../core/index.ts';
import type { RunFigures, RunLine, RunPage } from './api.ts';
import type { DashboardServices } from './services.ts';

/** What is kept of a run while it does not change. */
interface Kept {
  readonly revision: string;
  readonly summary: Promise<RunSummary>;
  readonly durationMs: Promise<number | null>;
}

/** Runs whose summaries are kept: a page and what it is compared with. */
const KEPT_RUNS = 4;

/** Works out summaries, each once as long as its run stays as it is. */
export class RunPages {
  readonly #services: DashboardServices;
  readonly #kept = new Map<string, Kept>();
  readonly #figures = new Map<string, RunFigures>();

  constructor(services: DashboardServices) {
    this.#services = services;
  }

  /** Runs of their own, newest first, each with the baselines beside it. */
  async all(): Promise<readonly { readonly run: RunRecord; readonly beside: readonly string[] }[]> {
    const runs = await this.#services.ledger.runs();
    const byMain = Map.groupBy(runs, ({ id }) => this.#services.mainRunOf(id));
    return (byMain.get(null) ?? []).map((run) => ({ run, beside: (byMain.get(run.id) ?? []).map(({ id }) => id) }));
  }

  /** The line of a run in the list. */
  async line(run: RunRecord, beside: readonly string[]): Promise<RunLine> {
    const { ledger, workers } = this.#services;
    const { id, status, createdAt, model, strategy, tasks, version, options } = run;
    const group = options['group'];
    return {
      id,
      status,
      worker: workers?.workerOf(id) ?? null,
      createdAt,
      model,
      strategy,
      tasks,
      version,
      counts: await ledger.counts(id),
      revision: await this.#revision(id, beside),
      group: typeof group === 'string' ? group : null,
    };
  }

  async figures(run: RunRecord): Promise<RunFigures> {
    const revision = await this.#revisionNow(run.id);
    const known = this.#figures.get(run.id);
    if (known?.revision === revision) return known;
    const { overall, usage } = await this.summary(run);
    const figures = { id: run.id, revision, overall, usage, durationMs: await this.#kept.get(run.id)!.durationMs };
    this.#figures.set(run.id, figures);
    return figures;
  }

  async page(run: RunRecord, axes: { readonly x?: string; readonly y?: string }): Promise<RunPage> {
    const summary = await this.summary(run);
    const { scores, skippedCells: _, ...rest } = summary;
    const kept = this.#kept.get(run.id)!;
    return {
      ...rest,
      revision: kept.revision,
      counts: await this.#services.ledger.counts(run.id),
      worker: this.#services.workers?.workerOf(run.id) ?? null,
      durationMs: await kept.durationMs,
      effectiveLengths: effectiveLengths(summary),
      axes: axesOf(scores.map(({ cell }) => cell)),
      maps: heatMapsOf(summary, axes),
    };
  }

  async summary(run: RunRecord): Promise<RunSummary> {
    const revision = await this.#revisionNow(run.id);
    const known = this.#kept.get(run.id);
    if (known?.revision === revision) return known.summary;
    const { ledger } = this.#services;
    const made = { revision, summary: this.#services.summarize(run, revision), durationMs: durationOf(ledger.rows(run.id)) };
    this.#kept.delete(run.id);
    this.#kept.set(run.id, made);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_RUNS) this.#kept.delete(oldest!);
    made.summary.catch(() => this.#kept.delete(run.id));
    return made.summary;
  }

  /** Baselines are part of a run's page: a change of theirs is one of the run. */
  async #revision(id: string, beside: readonly string[]): Promise<string> {
    const { ledger } = this.#services;
    const revisions = await Promise.all([id, ...beside].map((each) => ledger.revision(each)));
    return revisions.join('.');
  }

  async #revisionNow(id: string): Promise<string> {
    const companions = await this.#services.companions(id);
    return this.#revision(
      id,
      companions.map(({ record }) => record.id),
    );
  }
}

/** From the first recorded answer to the last one. */
async function durationOf(rows: AsyncIterable<LedgerRow>): Promise<number | null> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for await (const { outcome } of rows) {
    if (outcome === undefined || outcome.calls.length === 0) continue;
    const at = Date.parse(outcome.recordedAt);
    first = Math.min(first, at - outcome.calls.reduce((sum, call) => sum + call.latencyMs, 0));
    last = Math.max(last, at);
  }
  return last > first ? last - first : null;
}
