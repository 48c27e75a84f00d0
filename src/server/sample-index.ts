import type { Ledger } from '../core/index.ts';
import { KeptByRevision } from './kept-by-revision.ts';
import { indexedLine, type IndexedLine } from './sample-lines.ts';

/** Runs whose lines are kept: half a kilobyte a sample. */
const KEPT_RUNS = 3;

/** The samples of the runs looked at last, without what makes them big. */
export type SampleIndex = KeptByRevision<readonly IndexedLine[], number>;

/** The samples of a ledger's runs. */
export function createSampleIndex(ledger: Ledger): SampleIndex {
  return new KeptByRevision<readonly IndexedLine[], number>({
    most: KEPT_RUNS,
    revisionOf: ({ id }) => ledger.revision(id),
    make: ({ id }) => Array.fromAsync(ledger.rows(id), indexedLine),
  });
}
