import type { Command } from 'commander';
import { addModelFlags } from '../model-flags.ts';
import { addPromptFlags } from '../run-flags.ts';

/** `fathom plan TASK…`: the flags of `run`; nothing is sent. */
export function registerPlan(program: Command): void {
  const command = program
    .command('plan')
    .description('what a run would ask: prompts, tokens and, with prices, money; nothing is sent')
    .argument('<tasks...>', 'families or tasks (fathom list), or files of your own questions (.jsonl, .json)');
  addModelFlags(addPromptFlags(command))
    .option('--input-usd <price>', 'US dollars per million prompt tokens')
    .option('--output-usd <price>', 'US dollars per million answer tokens')
    .option('--cached-usd <price>', 'US dollars per million prompt tokens that the provider has cached')
    .option('--hashes', 'one line per prompt: its id and the SHA-256 of what would be sent')
    .option('--json', 'machine-readable')
    .addHelpText('after', '\nExample:\n  fathom plan needlebench --lengths 4k..128k --input-usd 1.25 --output-usd 10 --cached-usd 0.125')
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { plan } = await import('../actions/plan.ts');
      await plan(names, flags);
    });
}
