import type { Ledger, RunRecord } from '../core/index.ts';
import { baselineNames, companionOf } from './companion-id.ts';

/** A baseline of a run, as the ledger holds it. */
export interface CompanionRecord {
  readonly name: string;
  readonly record: RunRecord;
}

/** The companions of a run, in the order in which they are shown. */
export async function companionRuns(ledger: Ledger, runId: string): Promise<readonly CompanionRecord[]> {
  const found = (await ledger.runs()).flatMap((record) => {
    const companion = companionOf(record.id);
    return companion?.runId === runId ? [{ name: companion.name, record }] : [];
  });
  return baselineNames(found.map(({ name }) => name)).map((name) => found.find((companion) => companion.name === name)!);
}
