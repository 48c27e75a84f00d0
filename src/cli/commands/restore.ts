import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

/** `fathom restore RUN…` */
export function registerRestore(program: Command): void {
  addStoreFlag(program.command('restore').description('bring deleted runs back as they were; fathom runs --deleted lists them'))
    .argument('<runs...>', 'ids of deleted runs, their beginnings, or latest for the one deleted last')
    .option('--json', 'machine-readable')
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { restore } = await import('../actions/restore.ts');
      await restore(names, flags);
    });
}
