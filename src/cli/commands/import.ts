import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

/** `fathom import FILE…` */
export function registerImport(program: Command): void {
  addStoreFlag(program.command('import').description('add the runs of exported files to the ledger: all of them, or nothing'))
    .argument('<files...>', 'files that fathom export wrote (.jsonl, .jsonl.gz, .jsonl.zst)')
    .option('--json', 'machine-readable')
    .action(async (files: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { importFiles } = await import('../actions/import.ts');
      await importFiles(files, flags);
    });
}
