import { isCompanion } from '../../evaluate/index.ts';
import { importRunFiles } from '../../store/run-file/index.ts';
import type { Ledger } from '../../core/index.ts';
import { keepSummary } from '../keep-summary.ts';
import { storeFolder, withLedger } from '../ledger-path.ts';
import { findTasks } from '../wire.ts';

/** Adds the runs of files to the ledger and says which were new. */
export async function importFiles(files: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const imported = await withLedger(flags, async (ledger) => {
    const runs = await importRunFiles(ledger, files);
    for (const { run, isNew } of runs) if (isNew && !isCompanion(run)) await keepSummaryOf(ledger, run, storeFolder(flags));
    return runs;
  });
  if (flags['json'] === true) return console.log(JSON.stringify(imported, null, 2));
  for (const { run, isNew } of imported.filter((each) => !isCompanion(each.run))) {
    console.log(isNew ? `Run ${run} is imported: fathom report ${run}` : `Run ${run} is already there, with the same content.`);
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
