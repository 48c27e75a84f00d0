import { companionOf, isCompanion } from '../../evaluate/index.ts';
import { importRunFiles } from '../../store/run-file/index.ts';
import type { Ledger } from '../../core/index.ts';
import { keepSummary } from '../keep-summary.ts';
import { storeFolder, withLedger } from '../ledger-path.ts';
import { findTasks } from '../wire.ts';

/** Adds the runs of files to the ledger and says which were new. */
export async function importFiles(files: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const { imported, known } = await withLedger(flags, async (ledger) => {
    const added = await importRunFiles(ledger, files);
    for (const { run, isNew } of added) if (isNew && !isCompanion(run)) await keepSummaryOf(ledger, run, storeFolder(flags));
    return { imported: added, known: new Set((await ledger.runs()).map(({ id }) => id)) };
  });
  if (flags['json'] === true) return console.log(JSON.stringify(imported, null, 2));
  const own = new Set(imported.map(({ run }) => run).filter((run) => !isCompanion(run)));
  for (const { run, isNew } of imported) {
    const beside = companionOf(run);
    if (beside === undefined) console.log(isNew ? `Run ${run} is imported: fathom report ${run}` : there(`Run ${run}`));
    else if (!own.has(beside.runId)) console.log(baselineLine(beside, { isNew, hasRun: known.has(beside.runId) }));
  }
}

/** What cannot be summarized here and now, for a file of questions that is gone say, is summarized when it is looked at. */
async function keepSummaryOf(ledger: Ledger, id: string, folder: string): Promise<void> {
  try {
    const run = (await ledger.run(id))!;
    await keepSummary(ledger, run, { folder, families: (await findTasks(run.tasks)).families });
  } catch {
    return;
  }
}

const there = (what: string): string => `${what} is already there, with the same content.`;

/** A baseline that came without its run. */
function baselineLine(
  { runId, name }: { readonly runId: string; readonly name: string },
  { isNew, hasRun }: { readonly isNew: boolean; readonly hasRun: boolean },
): string {
  const what = `The baseline ${name} of run ${runId}`;
  if (!isNew) return there(what);
  return hasRun
    ? `${what} is imported: fathom report ${runId}`
    : `${what} is imported. It shows once the run is there too: fathom import the file of ${runId}.`;
}
