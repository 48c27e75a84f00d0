import type { Ledger, RunRecord } from '../core/index.ts';
import { companionEnding } from '../runner/index.ts';

/** A run that stands below another one in its report: its floor, a baseline. `ending` follows the other's id. */
export interface Companion {
  readonly run: RunRecord;
  readonly ending: string;
}

/** The companions of a run, by their ending. */
export async function companionsOf(ledger: Ledger, run: RunRecord): Promise<readonly Companion[]> {
  const all = await ledger.runs();
  const found = all.flatMap((other) => {
    const ending = companionEnding(other, run);
    return ending === undefined ? [] : [{ run: other, ending }];
  });
  return found.sort((a, b) => (a.ending < b.ending ? -1 : 1));
}
