import { isCompanion } from '../../evaluate/index.ts';
import { importRunFiles } from '../../store/run-file/index.ts';
import { withLedger } from '../ledger-path.ts';

/** Adds the runs of files to the ledger and says which were new. */
export async function importFiles(files: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const imported = await withLedger(flags, (ledger) => importRunFiles(ledger, files));
  if (flags['json'] === true) return console.log(JSON.stringify(imported, null, 2));
  for (const { run, isNew } of imported.filter((each) => !isCompanion(each.run))) {
    console.log(isNew ? `Run ${run} is imported: fathom report ${run}` : `Run ${run} is already there, with the same content.`);
  }
}
