import { isRetryable, type LedgerRow, type Result } from '../../core/index.ts';

/** Why a sample was never asked: the search was decided without it. */
export const UNNEEDED = 'unneeded';

/** What a search knows of a sample: its score, or why there is none. */
export type SearchOutcome = { readonly score: number } | { readonly missing: string };

/** Outcomes by sample id; a sample without an entry was not asked yet. */
export type SearchOutcomes = ReadonlyMap<string, SearchOutcome>;

/** A result as a search sees it. Neither a failure nor a skip is a score of 0. */
export function searchOutcome(result: Result): SearchOutcome {
  return result.status === 'ok' ? { score: result.score.value } : { missing: result.reason };
}

/** The outcomes of recorded rows. With `reopens`, failures that may pass are left out, because they are about to be asked again. */
export function outcomesOf(rows: readonly LedgerRow[], { reopens }: { readonly reopens: boolean }): Map<string, SearchOutcome> {
  const known = rows.flatMap(({ sample, outcome }) =>
    outcome === undefined || (reopens && isRetryable(outcome.result)) ? [] : [[sample.id, searchOutcome(outcome.result)] as const],
  );
  return new Map(known);
}
