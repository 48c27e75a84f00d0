import type { Command } from 'commander';
import { addCostFlags } from '../cost-flags.ts';
import { addStoreFlag } from '../store-flag.ts';
import { addModelFlags, addSecretFlags } from '../model-flags.ts';
import { addPromptFlags } from '../run-flags.ts';
import { addSelectionFlags } from '../selection-flags.ts';
import { addSessionFlags } from '../session-flags.ts';

const EXAMPLES = `
Examples:
  fathom run needlebench
  fathom run needlebench --model openai/gpt-5 --first 8                     a smoke test
  fathom run needlebench --filter 'length=4k..32k,language=en'
  fathom run needlebench --model openai/gpt-5 --lengths 4k..128k --repeats 3
  fathom run needlebench/single-retrieval --model http://localhost:8000/v1#qwen3 --haystack ./book.txt
  fathom run needlebench --model openai/gpt-5 --with retrieval,closed-book,oracle      baselines on the same samples
  fathom run ./questions.jsonl --model openai/gpt-5
  fathom run needlebench --suite 128k --compat --data ./NeedleBench --haystack ./NeedleBench/PaulGrahamEssays.jsonl`;

/** `fathom run TASK…` */
export function registerRun(program: Command): void {
  const command = program
    .command('run')
    .description('measure a model: build prompts, ask, score, draw')
    .argument('<tasks...>', 'families or tasks (fathom list), or files of your own questions (.jsonl, .json)');
  addCostFlags(addSessionFlags(addStoreFlag(addSecretFlags(addModelFlags(addSelectionFlags(addPromptFlags(command)))))))
    .addHelpText('after', EXAMPLES)
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { run } = await import('../actions/run.ts');
      process.exitCode = await run(names, flags);
    });
}
