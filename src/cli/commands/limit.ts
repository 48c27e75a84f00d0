import type { Command } from 'commander';
import { addCostFlags } from '../cost-flags.ts';
import { addModelFlags, addSecretFlags } from '../model-flags.ts';
import { addPromptFlags } from '../run-flags.ts';
import { addSearchFlags } from '../search-flags.ts';
import { addSessionFlags } from '../session-flags.ts';
import { addStoreFlag } from '../store-flag.ts';

const EXAMPLES = `
Lengths are 1k..128k unless --lengths or --suite say otherwise. The search itself picks what is asked next: --order has no say. A search that was stopped goes on with: fathom resume RUN

Examples:
  fathom limit --model openai/gpt-5 --lengths 4k..1m
  fathom limit --model http://localhost:8000/v1#qwen3 --threshold 90% --languages en
  fathom limit --run latest --threshold 80%                       ask a run that is in the ledger`;

/** `fathom limit` */
export function registerLimit(program: Command): void {
  const command = program
    .command('limit')
    .description('how long a context the model really uses: bisection with a sequential test, for a tenth of a grid’s tokens')
    .option('--task <task>', 'the task that is asked (default: needlebench/single-retrieval)')
    .option('--run <run>', 'send nothing: ask a run in the ledger (its id, its beginning, or latest)');
  addCostFlags(addSessionFlags(addStoreFlag(addSecretFlags(addModelFlags(addPromptFlags(addSearchFlags(command)))))))
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Readonly<Record<string, unknown>>) => {
      const { limit } = await import('../actions/limit.ts');
      process.exitCode = await limit(flags);
    });
}
