import type { Documents, RunRecord } from '../core/index.ts';

/** Sets of texts kept: a haystack of a million tokens is about 5 MB. */
const KEPT = 2;

/** Keeps the haystacks of the runs looked at last: opening one takes longer than a person waits. Runs on the same texts share them. */
export class DocumentsCache {
  readonly #open: (run: RunRecord) => Promise<Documents>;
  readonly #kept = new Map<string, Promise<Documents>>();

  constructor(open: (run: RunRecord) => Promise<Documents>) {
    this.#open = open;
  }

  of(run: RunRecord): Promise<Documents> {
    const key = run.corpora.map(({ digest }) => digest).join(' ');
    const found = this.#kept.get(key) ?? this.#open(run);
    this.#kept.delete(key);
    this.#kept.set(key, found);
    found.catch(() => this.#kept.delete(key));
    if (this.#kept.size > KEPT) this.#kept.delete([...this.#kept.keys()][0]!);
    return found;
  }
}
