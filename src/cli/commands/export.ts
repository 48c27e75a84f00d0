import type { Command } from 'commander';
import { addStoreFlag } from '../store-flag.ts';

const EXAMPLES = `
Examples:
  fathom export -o run.jsonl.gz                   the latest run
  fathom export 20260131 20260201 -o both.jsonl.zst
  fathom export latest | jq -c 'select(.outcome.result.status == "error")'`;

/** `fathom export [RUN…]` */
export function registerExport(program: Command): void {
  addStoreFlag(program.command('export').description('write runs to a file: samples, answers, scores; no key is ever in it'))
    .argument('[runs...]', 'ids of runs, their beginnings, or latest (default: latest)')
    .option('-o, --output <file>', 'file to write, compressed when it ends in .gz or .zst (default: standard output)')
    .addHelpText('after', EXAMPLES)
    .action(async (names: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { exportRuns } = await import('../actions/export.ts');
      await exportRuns(names, flags);
    });
}
