import { FathomError, type Ledger, type RunRecord } from '../../core/index.ts';
import type { RunSearch } from '../../server/index.ts';
import { summarizeLimit } from '../limit-summary.ts';
import { searchOptionsOf } from '../search-options.ts';

/** What the search of a run has found so far; null for a run that was made for none, or whose record this version cannot read. */
export async function runSearch(ledger: Ledger, record: RunRecord): Promise<RunSearch | null> {
  const options = optionsOf(record);
  if (options === undefined) return null;
  const rows = await Array.fromAsync(ledger.rows(record.id));
  return summarizeLimit({ record, task: record.tasks.join(', '), rows, options, isSearch: true });
}

/** The rest of a run's page is worth showing without its search. */
function optionsOf(record: RunRecord) {
  try {
    return searchOptionsOf(record);
  } catch (error) {
    if (error instanceof FathomError) return undefined;
    throw error;
  }
}
