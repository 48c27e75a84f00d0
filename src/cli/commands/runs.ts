import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

/** `fathom runs` */
export function registerRuns(program: Command): void {
  addStoreFlag(program.command('runs').description('list the runs of the ledger, newest first'))
    .option('--json', 'machine-readable')
    .action(async (flags: { readonly store?: string; readonly json?: boolean }) => {
      const { listRuns } = await import('../actions/runs.ts');
      await listRuns(flags);
    });
}
