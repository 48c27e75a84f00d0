import { resolve } from 'node:path';
import type { Ledger, RunRecord } from '../../core/index.ts';
import { runLines, writeRunFile } from '../../store/run-file/index.ts';
import { companionsOf } from '../companions.ts';
import { findRun, withLedgerToRead } from '../ledger-path.ts';

/** Writes runs, each followed by its companions, to a file or to standard output. */
export async function exportRuns(names: readonly string[], flags: Readonly<Record<string, unknown>>): Promise<void> {
  await withLedgerToRead(flags, async (ledger) => {
    const found = await Promise.all((names.length > 0 ? names : ['latest']).map((name) => findRun(ledger, name)));
    const runs = [...new Map(found.map((run) => [run.id, run])).values()];
    const whole = (await Promise.all(runs.map(async (run) => [run, ...(await companionsOf(ledger, run)).map((each) => each.run)]))).flat();
    const output = flags['output'] === undefined ? undefined : resolve(String(flags['output']));
    await writeRunFile(output, linesOf(ledger, whole));
    if (output !== undefined) console.log(`${runs.length === 1 ? `Run ${runs[0]!.id} is` : `${runs.length} runs are`} in ${output}`);
  });
}

async function* linesOf(ledger: Ledger, runs: readonly RunRecord[]): AsyncGenerator<string> {
  for (const run of runs) yield* runLines(ledger, run);
}
