import type { Command } from 'commander';
import type { RunsFlags } from '../actions/runs.ts';
import { addStoreFlag } from '../store-flag.ts';

/** `fathom runs` */
export function registerRuns(program: Command): void {
  addStoreFlag(program.command('runs').description('list the runs of the ledger, newest first'))
    .option('--deleted', 'list the deleted runs instead, the one deleted last first')
    .option('--json', 'machine-readable')
    .action(async (flags: RunsFlags) => {
      const { listRuns } = await import('../actions/runs.ts');
      await listRuns(flags);
    });
}
