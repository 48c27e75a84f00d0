import type { Ledger, RunRecord } from '../../core/index.ts';
import { RUN_FILE_FORMAT, RUN_FILE_VERSION } from './run-file-format.ts';

/** A run as lines of a run file, without line ends. Read page by page: the whole run is never in memory. */
export async function* runLines(ledger: Ledger, run: RunRecord): AsyncGenerator<string> {
  let samples = 0;
  for await (const row of ledger.rows(run.id)) samples += Number(row !== undefined);
  // That it was imported is a fact of this ledger, not of the run.
  yield JSON.stringify({ format: RUN_FILE_FORMAT, version: RUN_FILE_VERSION, samples, run: { ...run, imported: undefined } });
  for await (const { sample, outcome } of ledger.rows(run.id)) yield JSON.stringify(outcome ? { sample, outcome } : { sample });
}
