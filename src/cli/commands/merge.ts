import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

const EXAMPLES = `
Examples:
  fathom merge 20260131 20260201                  two parts of one measurement
  fathom merge 20260131 20260201 --prefer last    where both have an answer, the second counts`;

/** `fathom merge RUN RUN…` */
export function registerMerge(program: Command): void {
  addStoreFlag(program.command('merge').description('unite runs of one model and seed in a new run: every sample once'))
    .argument('<runs...>', 'ids of runs, or their beginnings')
    .option('--prefer <run>', 'whose answer counts where two differ: first, last (default: such runs are refused)')
    .option('--json', 'machine-readable')
    .addHelpText('after', EXAMPLES)
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { merge } = await import('../actions/merge.ts');
      await merge(names, flags);
    });
}
