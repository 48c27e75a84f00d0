import { JUDGE_ERROR } from '../core/index.ts';
import { countNoun } from '../report/index.ts';
import { openStrategy } from '../evaluate/index.ts';
import { explainError } from './explain-error.ts';
import { gateExitCode, gateVerdicts } from './gate-flags.ts';
import { cacheOptions } from './cache-options.ts';
import { failureLines } from './failure-lines.ts';
import { judgeLine, openSittingJudge } from './open-judge.ts';
import type { ReadyRun } from './ready-run.ts';
import { listenForInterruption, type Interruption } from './interruption.ts';
import { keepSummary } from './keep-summary.ts';
import { lockRun } from './run-lock.ts';
import { batchOptions } from './batch-options.ts';
import { askCompanions, readyCompanions } from './run-companions.ts';
import { scheduleFor } from './schedule-for.ts';
import { budgetEnd, openBudget } from './spending.ts';
import { exitCodeOf, runSession } from './session.ts';
import { tellParent } from './tell-parent.ts';
import { renderReport, writeReport } from './write-report.ts';

/** Runs a sitting, prints the report and writes the files asked for. Gives the exit code. */
export async function finishSession(ready: ReadyRun): Promise<number> {
  tellParent({ type: 'run-works', run: ready.record.id });
  const release = lockRun(ready.folder, ready.record.id);
  const interruption = ready.interruption ?? listenForInterruption();
  try {
    return await answerAndReport(ready, interruption);
  } finally {
    if (!ready.interruption) interruption.dispose();
    release();
    await ready.model.close?.();
  }
}

/** Happens under the run's lock: no other process is answering it. */
async function reopenErrors({ ledger, flags }: ReadyRun, runIds: readonly string[]): Promise<void> {
  let count = 0;
  for (const id of runIds) count += await ledger.reopen(id);
  if (!flags.quiet)
    console.error(
      count === 0
        ? 'No sample failed without an answer.'
        : `${countNoun(count, 'failed sample')} ${count === 1 ? 'is' : 'are'} asked again.`,
    );
}

async function answerAndReport(ready: ReadyRun, interruption: Interruption): Promise<number> {
  const { ledger, record, tasks, families, model, documents, flags, known, onSummary } = ready;
  const { limits, quiet } = flags;
  const companions = await readyCompanions(ready);
  if (ready.retryErrors) await reopenErrors(ready, [record.id, ...companions.map(({ record: run }) => run.id)]);
  const spending = await openBudget(ledger, record, { limits: flags.budget, ...(known && { known }) });
  const schedule = scheduleFor(record, flags);
  const batch = await batchOptions({ ledger, record, model, flags });
  const sitting = await openSittingJudge(ready, interruption.signals.stop);
  const judge = sitting && { judge: sitting.judge };
  const strategy = openStrategy(record.strategy);
  const own = await runSession({
    ledger,
    runId: record.id,
    tasks,
    model,
    strategy,
    documents,
    limits,
    quiet,
    schedule,
    spending,
    interruption,
    ...cacheOptions(ready),
    ...(batch && { batch }),
    ...judge,
  });
  const beside = own.status === 'complete' ? await askCompanions(companions, ready, { spending, interruption, ...judge }) : undefined;
  const end = beside?.end ?? own;
  const summary = await keepSummary(ledger, (await ledger.run(record.id)) ?? record, { folder: ready.folder, families });
  onSummary?.(summary);
  if (!(onSummary && flags.json)) process.stdout.write(await renderReport(summary, flags.json ? 'json' : 'terminal'));
  const verdicts = await gateVerdicts(summary, flags.gate);
  for (const [format, file] of [
    ['html', flags.html],
    ['junit', flags.junit],
  ] as const) {
    if (file === undefined) continue;
    const path = await writeReport(file, await renderReport(summary, format, { verdicts }));
    if (!flags.json) console.log(`\nReport: ${path}`);
  }
  if (sitting && !quiet) console.error(await judgeLine(sitting.judge, sitting.known));
  const given = sitting?.judge.failure();
  if (given) explainError(given);
  if (end.status === 'incomplete') {
    if (end.error) explainError(end.error);
    if (end.cause === 'budget') console.error(`${budgetEnd(spending)} Resume with a larger one to go on.`);
    if (end.cause === 'deadline') console.error('The time that was given with --stop-after is over.');
    const { pending, passingErrors, errorsByReason } = end.summary;
    const unjudged = errorsByReason[JUDGE_ERROR] ?? 0;
    const left = [
      `${countNoun(pending, 'sample')} ${pending === 1 ? 'is' : 'are'} left`,
      ...(passingErrors > unjudged ? [`${passingErrors - unjudged} failed and can be asked again`] : []),
      ...(unjudged > 0 ? [`${countNoun(unjudged, 'answer')} ${unjudged === 1 ? 'waits' : 'wait'} for the judge`] : []),
    ];
    console.error(
      `The ${beside ? `baseline ${beside.name}` : 'run'} is incomplete: ${left.join(', ')}. Go on with: fathom resume ${record.id}`,
    );
  } else if (!flags.json) {
    console.log(`Run ${record.id} is in the ledger: fathom report ${record.id} --format html -o report.html`);
  }
  for (const line of failureLines(summary)) console.error(line);
  return gateExitCode(verdicts, exitCodeOf(end));
}
