import type { RunRecord } from '../core/index.ts';
import type { RunSearch } from './api.ts';
import type { DashboardServices } from './services.ts';

/** Searches kept. */
const KEPT = 4;

/** What the searches looked at last have found, each worked out once as long as its run stays as it is. */
export class Searches {
  readonly #services: DashboardServices;
  readonly #kept = new Map<string, { readonly revision: number; readonly search: Promise<RunSearch | null> }>();

  constructor(services: DashboardServices) {
    this.#services = services;
  }

  /** Null for a run that was made for no search. */
  async of(run: RunRecord): Promise<RunSearch | null> {
    const revision = await this.#services.ledger.revision(run.id);
    const known = this.#kept.get(run.id);
    const kept = known?.revision === revision ? known : { revision, search: this.#services.searchOf(run) };
    this.#kept.delete(run.id);
    this.#kept.set(run.id, kept);
    kept.search.catch(() => this.#kept.delete(run.id));
    if (this.#kept.size > KEPT) this.#kept.delete([...this.#kept.keys()][0]!);
    return kept.search;
  }
}
