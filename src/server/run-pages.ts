import { axesOf, breakdownsOf, firstAxes, viewAxes, effectiveLengths, heatMapsOf, type RunSummary } from '../report/index.ts';
import type { Cell, RunRecord } from '../core/index.ts';
import type { RunFigures, RunLine, RunPage } from './api.ts';
import { KeptByRevision } from './kept-by-revision.ts';
import type { DashboardServices } from './services.ts';

/** Runs whose summaries are kept: a page and what it is compared with. */
const KEPT_RUNS = 4;

/** Works out summaries, each once as long as its run stays as it is. */
export class RunPages {
  readonly #services: DashboardServices;
  readonly #summaries: KeptByRevision<RunSummary, string>;
  readonly #figures = new Map<string, RunFigures>();

  constructor(services: DashboardServices) {
    this.#services = services;
    this.#summaries = new KeptByRevision<RunSummary, string>({
      most: KEPT_RUNS,
      revisionOf: ({ id }) => this.#revisionNow(id),
      make: (run, revision) => services.summarize(run, revision),
    });
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
    const { revision, value: summary } = await this.#summaries.current(run);
    const { scores, skippedCells: _, ...rest } = summary;
    const cells = scores.map(({ cell }) => cell);
    const viewed = summary.tasks.flatMap((task) => viewAxes(summary, { task }) ?? []).find(({ x, y }) => hasBoth(cells, x, y));
    const mapAxes = { ...(viewed ?? firstAxes(cells)), ...axes };
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
      breakdowns: breakdownsOf(summary),
    };
  }

  async summary(run: RunRecord): Promise<RunSummary> {
    return this.#summaries.of(run);
  }

  /** Baselines are part of a run's page: a change of theirs is one of the run. */
  async #revisionNow(id: string): Promise<string> {
    const companions = await this.#services.companions(id);
    return this.#services.revisionOf([id, ...companions.map(({ record }) => record.id)]);
  }
}

function hasBoth(cells: readonly Cell[], x: string, y: string): boolean {
  return cells.some((cell) => cell[x] !== undefined && cell[y] !== undefined);
}
