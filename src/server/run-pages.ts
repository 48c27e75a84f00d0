import { axesOf, firstAxes, effectiveLengths, heatMapsOf, type RunSummary } from '../report/index.ts';
import type { RunRecord } from '../core/index.ts';
import type { RunFigures, RunLine, RunPage } from './api.ts';
import type { DashboardServices } from './services.ts';

/** What is kept of a run while it does not change. */
interface Kept {
  readonly revision: string;
  readonly summary: Promise<RunSummary>;
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
      revision: await this.#services.revisionOf([id, ...beside]),
      group: typeof group === 'string' ? group : null,
    };
  }

  async figures(run: RunRecord): Promise<RunFigures> {
    const revision = await this.#revisionNow(run.id);
    const known = this.#figures.get(run.id);
    if (known?.revision === revision) return known;
    const { overall, usage } = await this.summary(run);
    const figures = { id: run.id, revision, overall, usage, durationMs: usage.durationMs };
    this.#figures.set(run.id, figures);
    return figures;
  }

  async page(run: RunRecord, axes: { readonly x?: string; readonly y?: string }): Promise<RunPage> {
    const { revision, summary } = await this.#current(run);
    const { scores, skippedCells: _, ...rest } = summary;
    const cells = scores.map(({ cell }) => cell);
    const mapAxes = { ...firstAxes(cells), ...axes };
    return {
      ...rest,
      revision,
      counts: await this.#services.ledger.counts(run.id),
      worker: this.#services.workers?.workerOf(run.id) ?? null,
      durationMs: summary.usage.durationMs,
      imported: run.imported === true,
      effectiveLengths: effectiveLengths(summary),
      axes: axesOf(cells),
      mapAxes,
      maps: heatMapsOf(summary, mapAxes),
    };
  }

  async summary(run: RunRecord): Promise<RunSummary> {
    return (await this.#current(run)).summary;
  }

  async #current(run: RunRecord): Promise<{ readonly revision: string; readonly summary: RunSummary }> {
    const revision = await this.#revisionNow(run.id);
    const known = this.#kept.get(run.id);
    const kept = known?.revision === revision ? known : { revision, summary: this.#services.summarize(run, revision) };
    this.#kept.delete(run.id);
    this.#kept.set(run.id, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_RUNS) this.#kept.delete(oldest!);
    try {
      return { revision, summary: await kept.summary };
    } catch (error) {
      if (this.#kept.get(run.id) === kept) this.#kept.delete(run.id);
      throw error;
    }
  }

  /** Baselines are part of a run's page: a change of theirs is one of the run. */
  async #revisionNow(id: string): Promise<string> {
    const companions = await this.#services.companions(id);
    return this.#services.revisionOf([id, ...companions.map(({ record }) => record.id)]);
  }
}
