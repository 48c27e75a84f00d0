import type { Documents, Family, JsonObject, Ledger, Model, RunRecord, Task } from '../core/index.ts';
import { aggregateRun, runFloor } from '../evaluate/index.ts';
import { lockRun } from './run-lock.ts';
import { batchOptions } from './batch-options.ts';
import { exitCodeOf, runSession } from './session.ts';
import type { SessionFlags } from './session-flags.ts';
import { renderReport, writeReport } from './write-report.ts';

/** A run in the ledger, ready to go (on). */
export interface ReadyRun {
  readonly ledger: Ledger;
  readonly record: RunRecord;
  readonly tasks: readonly Task[];
  readonly families: readonly Family[];
  readonly model: Model;
  readonly documents: Documents;
  readonly flags: SessionFlags;
  /** Folder of the ledger. */
  readonly folder: string;
}

/** Runs a sitting, prints the report and writes the files asked for. Gives the exit code. */
export async function finishSession(ready: ReadyRun): Promise<number> {
  const release = lockRun(ready.folder, ready.record.id);
  try {
    return await answerAndReport(ready);
  } finally {
    release();
  }
}

async function answerAndReport({ ledger, record, tasks, families, model, documents, flags }: ReadyRun): Promise<number> {
  const { limits, quiet } = flags;
  const cache = flags.cache ? { cache: { modelOptions: (record.options['model'] ?? {}) as JsonObject } } : {};
  const batch = await batchOptions({ ledger, record, model, flags });
  const end = await runSession({ ledger, runId: record.id, tasks, model, documents, limits, quiet, ...cache, ...(batch && { batch }) });
  if (flags.floor && end.status === 'complete') await runFloor({ ledger, run: record, model, tasks, documents });
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
    console.error(`The run is incomplete: ${left.join(', ')}. Go on with: fathom resume ${record.id}`);
  } else if (!flags.json) {
    console.log(`Run ${record.id} is in the ledger: fathom report ${record.id} --format html -o report.html`);
  }
  return exitCodeOf(end);
}
