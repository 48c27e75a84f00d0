import type { Ledger, RunRecord } from '../core/index.ts';
import { indexedLine, type IndexedLine } from './sample-lines.ts';

/** Runs whose lines are kept: half a kilobyte a sample. */
const KEPT_RUNS = 3;

interface Kept {
  readonly revision: number;
  readonly lines: Promise<readonly IndexedLine[]>;
}

/** The samples of the runs looked at last, without what makes them big: a run is read once as long as it stays as it is. */
export class SampleIndex {
  readonly #ledger: Ledger;
  readonly #kept = new Map<string, Kept>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async of({ id }: RunRecord): Promise<readonly IndexedLine[]> {
    const revision = await this.#ledger.revision(id);
    const known = this.#kept.get(id);
    const kept = known?.revision === revision ? known : { revision, lines: this.#read(id) };
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    if (this.#kept.size > KEPT_RUNS) this.#kept.delete([...this.#kept.keys()][0]!);
    kept.lines.catch(() => this.#kept.delete(id));
    return kept.lines;
  }

  async #read(id: string): Promise<readonly IndexedLine[]> {
    const lines: IndexedLine[] = [];
    for await (const row of this.#ledger.rows(id)) lines.push(indexedLine(row));
    return lines;
  }
}
