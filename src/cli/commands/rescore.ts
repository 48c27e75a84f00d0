import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

/** `fathom rescore [RUN]` */
export function registerRescore(program: Command): void {
  addStoreFlag(program.command('rescore').description('score recorded answers again with the current code, as a new run; nothing is asked'))
    .argument('[run]', 'id of the run, its beginning, or latest', 'latest')
    .option('--dry-run', 'only say what would change')
    .option('--json', 'machine-readable')
    .action(async (name: string, flags: Readonly<Record<string, unknown>>) => {
      const { rescore } = await import('../actions/rescore.ts');
      await rescore(name, flags);
    });
}
