import type { Ledger, LedgerRow } from '../core/index.ts';
import { aggregateRun, openStrategy } from '../evaluate/index.ts';
import { closeSearch, outcomesOf, planSearch, scheduleSearch, searchState, type RunEnd, type SearchOptions } from '../runner/index.ts';
import { cacheOptions } from './cache-options.ts';
import { describeSearch } from './describe-search.ts';
import { summarizeLimit, type LimitSummary } from './limit-summary.ts';
import { renderLimit } from './render-limit.ts';
import type { ReadyRun } from './ready-run.ts';
import { listenForInterruption, type Interruption } from './interruption.ts';
import { lockRun } from './run-lock.ts';
import { exitCodeOf, runSession } from './session.ts';
import { openBudget } from './spending.ts';
import { renderReport, writeReport } from './write-report.ts';

/** Goes on with a search until it is decided, completes its run and prints what was found. Gives the exit code. */
export async function finishLimit(ready: ReadyRun, options: SearchOptions): Promise<number> {
  const release = lockRun(ready.folder, ready.record.id);
  const interruption = listenForInterruption();
  try {
    if (ready.retryErrors) await ready.ledger.reopen(ready.record.id);
    const end = await searchOn({ ...ready, interruption }, options);
    const summary = await settle(ready, options);
    print(summary, ready.flags.json);
    await writeHtml(ready);
    if (summary.status === 'found') return 0;
    explain(end, summary);
    return exitCodeOf(end) || 4;
  } finally {
    interruption.dispose();
    release();
    await ready.model.close?.();
  }
}

async function searchOn(ready: ReadyRun & { readonly interruption: Interruption }, options: SearchOptions): Promise<RunEnd> {
  const { ledger, record, tasks, model, documents, flags, interruption, known: prices } = ready;
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
    strategy: openStrategy(record.strategy),
    documents,
    limits: flags.limits,
    quiet: flags.quiet,
    interruption,
    spending: await openBudget(ledger, record, { limits: flags.budget, ...(prices && { known: prices }) }),
    ...cacheOptions(ready),
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

/** The report of what was asked, where the user wants one. */
async function writeHtml({ ledger, record, families, flags }: ReadyRun): Promise<void> {
  if (flags.html === undefined) return;
  const run = await aggregateRun(ledger, (await ledger.run(record.id)) ?? record, { families });
  const path = await writeReport(flags.html, await renderReport(run, 'html'));
  if (!flags.json) console.log(`\nReport: ${path}`);
}

function explain(end: RunEnd, { run, status }: LimitSummary): void {
  if (end.error) console.error(`fathom: ${end.error.message}${end.error.fix ? `\n  ${end.error.fix}` : ''}`);
  const stopped =
    end.cause === 'budget'
      ? 'the next prompt could exceed the budget'
      : end.cause === 'deadline'
        ? 'the time that was given is over'
        : 'it was stopped';
  const why = status === 'inconclusive' ? 'too many samples of a length have no score' : stopped;
  console.error(`The search is not decided: ${why}. Go on with: fathom resume ${run}`);
}

/** All rows of a run. */
export async function rowsOf(ledger: Ledger, runId: string): Promise<readonly LedgerRow[]> {
  return Array.fromAsync(ledger.rows(runId));
}
