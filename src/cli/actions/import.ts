import { companionOf, isCompanion } from '../../evaluate/index.ts';
import { importRunFiles } from '../../store/run-file/index.ts';
import { withLedger } from '../ledger-path.ts';

/** Adds the runs of files to the ledger and says which were new. */
export async function importFiles(files: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  const { imported, known } = await withLedger(flags, async (ledger) => ({
    imported: await importRunFiles(ledger, files),
    known: new Set((await ledger.runs()).map(({ id }) => id)),
  }));
  if (flags['json'] === true) return console.log(JSON.stringify(imported, null, 2));
  const own = new Set(imported.map(({ run }) => run).filter((run) => !isCompanion(run)));
  for (const { run, isNew } of imported) {
    const beside = companionOf(run);
    if (beside === undefined) console.log(isNew ? `Run ${run} is imported: fathom report ${run}` : there(`Run ${run}`));
    else if (!own.has(beside.runId)) console.log(baselineLine(beside, { isNew, hasRun: known.has(beside.runId) }));
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
