import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

/** `fathom rescore [RUN]` */
export function registerRescore(program: Command): void {
  addStoreFlag(
    program.command('rescore').description('score recorded answers again with the current code, as a new run; no prompt is asked again'),
  )
    .argument('[run]', 'id of the run, its beginning, or latest', 'latest')
    .option('--judge <model>', 'ask this model about answers that are left to a judge; its replies are kept, and never asked for twice')
    .option('--dry-run', 'only say what would change')
    .option('--json', 'machine-readable')
    .action(async (name: string, flags: Readonly<Record<string, unknown>>) => {
      const { rescore } = await import('../actions/rescore.ts');
      await rescore(name, flags);
    });
}
