import type { Command } from 'commander';
import { addCostFlags } from '../cost-flags.ts';
import { addJudgeFlags } from '../judge-flags.ts';
import { addLimitFlags } from '../limit-flags.ts';
import { addModelFlags } from '../model-flags.ts';
import { addPromptFlags } from '../run-flags.ts';
import { addSelectionFlags } from '../selection-flags.ts';
import { addBaselineFlag } from '../session-flags.ts';

/** `fathom plan TASK…`: the flags of `run`; nothing is sent. */
export function registerPlan(program: Command): void {
  const command = program
    .command('plan')
    .description('what a run would ask: prompts, tokens, what the prefix cache saves, time and money; nothing is sent')
    .argument('<tasks...>', 'families or tasks (fathom list), or files of your own questions (.jsonl, .json)');
  addJudgeFlags(addBaselineFlag(addCostFlags(addLimitFlags(addModelFlags(addSelectionFlags(addPromptFlags(command)))))))
    .option('--no-floor', 'as for run: the reader without a language model costs nothing, and the plan is the same')
    .option('--hashes', 'one line per prompt: its id and the SHA-256 of what would be sent')
    .option('--json', 'machine-readable')
    .addHelpText(
      'after',
      '\nExample:\n  fathom plan needlebench --lengths 4k..128k --model openai/gpt-5\n  fathom plan needlebench --lengths 128k --input-usd 1.25 --output-usd 10 --cached-usd 0.125',
    )
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { plan } = await import('../actions/plan.ts');
      await plan(names, flags);
    });
}
