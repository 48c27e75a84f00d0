import type { RunRecord } from '../core/index.ts';

/** How something is worked out of a run. `most`: runs that it is kept of. */
export interface KeptOptions<T, Revision> {
  readonly most: number;
  /** Changes with every change of what it is worked out of. */
  revisionOf(run: RunRecord): Promise<Revision>;
  make(run: RunRecord, revision: Revision): Promise<T>;
}

/** What is worked out of the runs looked at last, each once as long as its run stays as it is. What failed is tried again. */
export class KeptByRevision<T, Revision extends string | number> {
  readonly #options: KeptOptions<T, Revision>;
  readonly #kept = new Map<string, { readonly revision: Revision; readonly value: Promise<T> }>();

  constructor(options: KeptOptions<T, Revision>) {
    this.#options = options;
  }

  async of(run: RunRecord): Promise<T> {
    return (await this.current(run)).value;
  }

  /** With the revision that it was worked out of. */
  async current(run: RunRecord): Promise<{ readonly revision: Revision; readonly value: T }> {
    const { most, revisionOf, make } = this.#options;
    const revision = await revisionOf(run);
    const known = this.#kept.get(run.id);
    const kept = known?.revision === revision ? known : { revision, value: make(run, revision) };
    this.#kept.delete(run.id);
    this.#kept.set(run.id, kept);
    if (this.#kept.size > most) this.#kept.delete([...this.#kept.keys()][0]!);
    try {
      return { revision, value: await kept.value };
    } catch (error) {
      if (this.#kept.get(run.id) === kept) this.#kept.delete(run.id);
      throw error;
    }
  }
}
