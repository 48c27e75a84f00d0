import type { Command } from 'commander';
import { addModelFlags, addSecretFlags } from '../model-flags.ts';

const EXAMPLES = `
Examples:
  fathom probe --model http://localhost:11434/v1#llama3.1
  fathom probe --model http://localhost:8000/v1#qwen3 --up-to 1m --max-tokens-sent 5m
  fathom probe --model openai/gpt-5 --up-to 512k --json`;

/** `fathom probe` */
export function registerProbe(program: Command): void {
  const command = program
    .command('probe')
    .description('find the real context limit of an endpoint, and whether it rejects longer prompts or cuts them silently');
  addSecretFlags(addModelFlags(command))
    .option('--up-to <tokens>', 'longest prompt to ask (default: a little beyond the window that is claimed, else 256k)')
    .option(
      '--max-tokens-sent <tokens>',
      'prompt tokens to send at most, repeated requests included (default: 24 times --up-to; about 8 times the limit are usual)',
    )
    .option('--tokenizer <name>', 'o200k_base, cl100k_base, characters, words or a tokenizer.json (default: o200k_base)')
    .option('--seed <n>', 'seed of text and code words (default: 0)')
    .option('--max-attempts <n>', 'requests per prompt at most, retries included (default: 3)')
    .option('--timeout <seconds>', 'deadline of one request (default: 600)')
    .option('--max-retry-wait <seconds>', 'longest pause that a server may ask for (default: 60)')
    .option('--json', 'machine-readable')
    .option('-q, --quiet', 'no progress')
    .addHelpText('after', EXAMPLES)
    .action(async (flags: Readonly<Record<string, unknown>>) => {
      const { probe } = await import('../actions/probe.ts');
      process.exitCode = await probe(flags);
    });
}
