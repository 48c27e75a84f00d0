import type { JsonObject, Ledger, LedgerRow } from '../core/index.ts';
import { closeSearch, outcomesOf, planSearch, scheduleSearch, searchState, type RunEnd, type SearchOptions } from '../runner/index.ts';
import type { ReadyRun } from './finish-session.ts';
import { describeSearch } from './describe-search.ts';
import { summarizeLimit, type LimitSummary } from './limit-summary.ts';
import { renderLimit } from './render-limit.ts';
import { lockRun } from './run-lock.ts';
import { exitCodeOf, runSession } from './session.ts';

/** Goes on with a search until it is decided, completes its run and prints what was found. Gives the exit code. */
export async function finishLimit(ready: ReadyRun, options: SearchOptions): Promise<number> {
  const release = lockRun(ready.folder, ready.record.id);
  try {
    const end = await searchOn(ready, options);
    const summary = await settle(ready, options);
    print(summary, ready.flags.json);
    if (summary.status === 'found') return 0;
    explain(end, summary);
    return exitCodeOf(end) || 4;
  } finally {
    release();
  }
}

async function searchOn({ ledger, record, tasks, model, documents, flags }: ReadyRun, options: SearchOptions): Promise<RunEnd> {
  const rows = await rowsOf(ledger, record.id);
  const samples = rows.map(({ sample }) => sample);
  const plan = planSearch(samples, record.seed);
  const known = outcomesOf(rows, { reopens: true });
  let [state, outcomes] = [searchState(plan, known, options), known as Parameters<typeof describeSearch>[0]['outcomes']];
  return runSession({
    ledger,
    runId: record.id,
    tasks,
    model,
    documents,
    limits: flags.limits,
    quiet: flags.quiet,
    ...(flags.cache && { cache: { modelOptions: (record.options['model'] ?? {}) as JsonObject } }),
    schedule: scheduleSearch({
      plan,
      options,
      known,
      onState(next, all) {
        [state, outcomes] = [next, all];
      },
    }),
    describe: (progress) => describeSearch({ plan, state, outcomes, progress }),
  });
}

/** Completes the run of a decided search, and sums up its rows. */
async function settle({ ledger, record }: ReadyRun, options: SearchOptions): Promise<LimitSummary> {
  const task = record.tasks.join(', ');
  const summary = summarizeLimit({ record, task, rows: await rowsOf(ledger, record.id), options, isSearch: true });
  if (summary.status === 'found') await closeSearch(ledger, record.id, new Date());
  return summary;
}

function print(summary: LimitSummary, json: boolean): void {
  console.log(json ? JSON.stringify(summary, null, 2) : renderLimit(summary));
}

function explain(end: RunEnd, { run, status }: LimitSummary): void {
  if (end.error) console.error(`fathom: ${end.error.message}${end.error.fix ? `\n  ${end.error.fix}` : ''}`);
  const why = status === 'inconclusive' ? 'too many samples of a length have no score' : 'it was stopped';
  console.error(`The search is not decided: ${why}. Go on with: fathom resume ${run}`);
}

/** All rows of a run. */
export async function rowsOf(ledger: Ledger, runId: string): Promise<readonly LedgerRow[]> {
  return Array.fromAsync(ledger.rows(runId));
}
