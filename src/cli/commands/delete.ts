import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

const EXAMPLES = `
Examples:
  fathom delete 20260131                          fathom restore 20260131 brings it back
  fathom delete 20260131 20260201 --now --yes     for good, and the disk gets its space back`;

/** `fathom delete RUN…` */
export function registerDelete(program: Command): void {
  addStoreFlag(program.command('delete').description('delete runs with their baselines; fathom restore brings them back'))
    .argument('<runs...>', 'ids of runs, their beginnings, or latest')
    .option('--now', 'remove them for good, deleted before or not; asks first')
    .option('-y, --yes', 'do not ask')
    .option('--json', 'machine-readable')
    .addHelpText('after', EXAMPLES)
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { deleteNamed } = await import('../actions/delete.ts');
      await deleteNamed(names, flags);
    });
}
