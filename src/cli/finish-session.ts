import type { JsonObject } from '../core/index.ts';
import { aggregateRun, openStrategy } from '../evaluate/index.ts';
import type { ReadyRun } from './ready-run.ts';
import { lockRun } from './run-lock.ts';
import { askCompanions, readyCompanions } from './run-companions.ts';
import { exitCodeOf, runSession } from './session.ts';
import { renderReport, writeReport } from './write-report.ts';

/** Runs a sitting, prints the report and writes the files asked for. Gives the exit code. */
export async function finishSession(ready: ReadyRun): Promise<number> {
  const release = lockRun(ready.folder, ready.record.id);
  try {
    return await answerAndReport(ready);
  } finally {
    release();
    await ready.model.close?.();
  }
}

async function answerAndReport(ready: ReadyRun): Promise<number> {
  const { ledger, record, tasks, families, model, documents, flags } = ready;
  const { limits, quiet } = flags;
  const cache = flags.cache ? { cache: { modelOptions: (record.options['model'] ?? {}) as JsonObject } } : {};
  const companions = await readyCompanions(ready);
  const strategy = openStrategy(record.strategy);
  const own = await runSession({ ledger, runId: record.id, tasks, model, strategy, documents, limits, quiet, ...cache });
  const beside = own.status === 'complete' ? await askCompanions(companions, ready) : undefined;
  const end = beside?.end ?? own;
  const summary = await aggregateRun(ledger, (await ledger.run(record.id)) ?? record, { families });
  process.stdout.write(await renderReport(summary, flags.json ? 'json' : 'terminal'));
  if (flags.html !== undefined) {
    const path = await writeReport(flags.html, await renderReport(summary, 'html'));
    if (!flags.json) console.log(`\nReport: ${path}`);
  }
  if (end.status === 'incomplete') {
    if (end.error) console.error(`fathom: ${end.error.message}${end.error.fix ? `\n  ${end.error.fix}` : ''}`);
    const { pending, passingErrors } = end.summary;
    const left = [`${pending} samples are left`, ...(passingErrors > 0 ? [`${passingErrors} failed and can be asked again`] : [])];
    console.error(
      `The ${beside ? `baseline ${beside.name}` : 'run'} is incomplete: ${left.join(', ')}. Go on with: fathom resume ${record.id}`,
    );
  } else if (!flags.json) {
    console.log(`Run ${record.id} is in the ledger: fathom report ${record.id} --format html -o report.html`);
  }
  return exitCodeOf(end);
}
