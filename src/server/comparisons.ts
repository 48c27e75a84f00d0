import type { RunRecord } from '../core/index.ts';
import { compareRuns, type RunComparison } from '../report/index.ts';
import type { DashboardServices } from './services.ts';

/** Comparisons kept: other axes and a swap back are no new work. */
const KEPT = 6;
/** Flipped samples in one answer, better and worse each. */
const FLIPPED_EACH = 100;

/** Compares pairs of runs, each once as long as both stay as they are. */
export class Comparisons {
  readonly #ledger: DashboardServices['ledger'];
  readonly #kept = new Map<string, Promise<RunComparison>>();

  constructor({ ledger }: Pick<DashboardServices, 'ledger'>) {
    this.#ledger = ledger;
  }

  async of(before: RunRecord, after: RunRecord): Promise<RunComparison> {
    const key = JSON.stringify([before.id, after.id, await this.#ledger.revision(before.id), await this.#ledger.revision(after.id)]);
    const found = this.#kept.get(key) ?? this.#compare(before, after);
    this.#kept.delete(key);
    this.#kept.set(key, found);
    found.catch(() => this.#kept.delete(key));
    if (this.#kept.size > KEPT) this.#kept.delete([...this.#kept.keys()][0]!);
    return found;
  }

  #compare(before: RunRecord, after: RunRecord): Promise<RunComparison> {
    const rows = (run: RunRecord) => ({ run, rows: this.#ledger.rows(run.id) });
    return compareRuns(rows(before), rows(after), { limitEach: FLIPPED_EACH });
  }
}
