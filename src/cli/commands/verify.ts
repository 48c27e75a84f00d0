import type { Command } from 'commander';
import type { VerifyFlags } from '../actions/verify.ts';
import { addStoreFlag } from '../store-flag.ts';

/** `fathom verify [RUN]` */
export function registerVerify(program: Command): void {
  addStoreFlag(program.command('verify').description('build a run’s prompts anew, tokenise them whole, compare lengths and digests'))
    .argument('[run]', 'id of the run, its beginning, or latest', 'latest')
    .option('--data <dir>', 'where the run’s data files are now')
    .option('--json', 'machine-readable')
    .action(async (name: string, flags: VerifyFlags) => {
      const { verify } = await import('../actions/verify.ts');
      process.exitCode = await verify(name, flags);
    });
}
