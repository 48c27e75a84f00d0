import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

const EXAMPLES = `
Examples:
  fathom view                    all runs of the ledger
  fathom view latest             the latest run
  fathom view --port 0           any port that is free

The server answers to this machine alone (127.0.0.1) and only to the address that it prints: the token in it is of this start.
Runs that are started in the browser are processes of their own and read their keys from the environment, as on the command line.`;

/** `fathom view [RUN]` */
export function registerView(program: Command): void {
  addStoreFlag(program.command('view').description('look at runs in the browser: maps, samples, comparisons, live progress'))
    .argument('[run]', 'a run to open (id, beginning of one, or latest)')
    .option('--port <n>', 'port on 127.0.0.1; 0: any that is free', '4747')
    .option('--json', 'print the address as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, flags: Readonly<Record<string, unknown>>) => {
      const { view } = await import('../actions/view.ts');
      process.exitCode = await view(name, flags);
    });
}
