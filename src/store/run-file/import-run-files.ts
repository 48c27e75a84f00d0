import { FathomError, type Ledger, type RunEntry, type RunRecord } from '../../core/index.ts';
import { readRunFile } from './read-run-file.ts';
import { runLines } from './run-lines.ts';

/** A run of a file, and whether it is new to the ledger. */
export interface ImportedRun {
  readonly run: string;
  readonly isNew: boolean;
}

/**
 * Adds the runs of some run files to a ledger: all of them, or nothing when one line of one file is wrong. A run that is there already with
 * the same content is passed over. Rejects with a FathomError (`missing`, `data`, `storage`; `misuse` for a run that is there with other content).
 */
export async function importRunFiles(ledger: Ledger, files: readonly string[]): Promise<readonly ImportedRun[]> {
  const seen = new Map<string, ImportedRun>();
  await ledger.importRuns(newEntries(ledger, files, seen));
  return [...seen.values()];
}

async function* newEntries(ledger: Ledger, files: readonly string[], seen: Map<string, ImportedRun>): AsyncGenerator<RunEntry> {
  for (const file of files) {
    let known: Comparison | undefined;
    for await (const { place, line, entry } of readRunFile(file)) {
      if ('run' in entry) {
        const { id } = entry.run;
        if (seen.has(id)) throw new FathomError('misuse', `${place}: the run ${id} comes a second time.`, { fix: 'Name each file once.' });
        known = await comparisonWith(ledger, entry.run);
        seen.set(id, { run: id, isNew: known === undefined });
      }
      if (known) await requireSame(known, { place, line });
      else yield 'run' in entry ? { run: { ...entry.run, imported: true } } : entry;
    }
  }
}

/** The lines of the run in the ledger, to be compared one by one. */
interface Comparison {
  readonly id: string;
  readonly lines: AsyncGenerator<string>;
}

async function comparisonWith(ledger: Ledger, { id }: RunRecord): Promise<Comparison | undefined> {
  const existing = await ledger.run(id);
  return existing && { id, lines: runLines(ledger, existing) };
}

async function requireSame({ id, lines }: Comparison, { place, line }: { readonly place: string; readonly line: string }): Promise<void> {
  const { value } = await lines.next();
  if (value === line) return;
  throw new FathomError('misuse', `The run ${id} is in this ledger already, and differs from the file at ${place}.`, {
    fix: 'Import it into another ledger: --store DIR. Nothing was imported.',
  });
}
