import { isRetryable, type Outcome, type Result, type RunCounts } from '../core/index.ts';

/** How often a result is there. `value`: the sum of the scores of an `ok`. */
export interface CountedResult {
  readonly status: Result['status'];
  /** Of an error or a skipped sample. */
  readonly reason: string;
  readonly count: number;
  readonly value: number;
}

/** One result, counted. */
export function countedOnce(result: Outcome['result']): CountedResult {
  const { status } = result;
  return { status, reason: status === 'ok' ? '' : result.reason, count: 1, value: status === 'ok' ? result.score.value : 0 };
}

/** The counts of a run of `total` samples from all its results: samples that have none are pending. */
export function countResults(total: number, results: readonly CountedResult[]): RunCounts {
  const sum = (wanted: (result: CountedResult) => boolean): number =>
    results.reduce((n, result) => n + (wanted(result) ? result.count : 0), 0);
  return {
    total,
    ok: sum(({ status }) => status === 'ok'),
    errors: sum(({ status }) => status === 'error'),
    passingErrors: sum(({ status, reason }) => isRetryable({ status, reason } as Result)),
    skipped: sum(({ status }) => status === 'skipped'),
    pending: total - sum(() => true),
    scoreSum: results.reduce((n, { value }) => n + value, 0),
  };
}
