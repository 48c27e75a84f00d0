import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';
import { addPromptFlags } from '../run-flags.ts';

const EXAMPLES = `
Examples:
  fathom show needlebench/single-retrieval --length 8k --depth 40
  fathom show needlebench/multi-reasoning --length 4k --languages zh --needles 3 --full
  fathom show latest --sample needlebench/single-retrieval/en/4000/40/0      with its answer`;

/** `fathom show TASK` or `fathom show RUN --sample ID` */
export function registerShow(program: Command): void {
  const command = program
    .command('show')
    .description('look at one prompt, needles marked')
    .argument('<what>', 'a task, or a run together with --sample')
    .option('--length <tokens>', 'length of the prompt')
    .option('--depth <percent>', 'depth of the needle')
    .option('--sample <id>', 'id of a recorded sample')
    .option('--full', 'the whole prompt, not only the text around the needles')
    .option('--json', 'machine-readable: messages, needles with UTF-16 offsets, target');
  addStoreFlag(addPromptFlags(command))
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, flags: Readonly<Record<string, unknown>>) => {
      const { show } = await import('../actions/show.ts');
      await show(what, flags);
    });
}
