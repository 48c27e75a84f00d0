import type { Command } from 'commander';
import { addCostFlags } from '../cost-flags.ts';
import { addStoreFlag } from '../store-flag.ts';
import { addSecretFlags } from '../model-flags.ts';
import { addSessionFlags } from '../session-flags.ts';

/** `fathom resume [RUN]` */
export function registerResume(program: Command): void {
  const command = program
    .command('resume')
    .description('go on with a run that was stopped, with its own limits unless others are given; no recorded answer is asked again')
    .argument('[run]', 'id of the run, its beginning, or latest', 'latest')
    .option('--retry-errors', 'ask failed samples again too, whatever their reason; answers stay')
    .option('--trust-imported', 'go on with an imported run: its file says where prompts and key are sent')
    .option('--cancel', 'cancel the batches that are out, record what they answered, and stop');
  addCostFlags(addSessionFlags(addStoreFlag(addSecretFlags(command)))).action(
    async (name: string, flags: Readonly<Record<string, unknown>>) => {
      const { resume } = await import('../actions/resume.ts');
      process.exitCode = await resume(name, flags);
    },
  );
}
