import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

/** `fathom compare RUN RUN` */
export function registerCompare(program: Command): void {
  addStoreFlag(program.command('compare').description('compare two runs sample by sample: difference, interval, exact sign test'))
    .argument('<first>', 'id of a run, its beginning, or latest')
    .argument('<second>', 'the run to compare it with')
    .option('--format <format>', 'terminal, md, json', 'terminal')
    .option('--json', 'same as --format json')
    .action(async (first: string, second: string, flags: Readonly<Record<string, unknown>>) => {
      const { compare } = await import('../actions/compare.ts');
      await compare([first, second], flags);
    });
}
