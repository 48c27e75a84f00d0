import type { Command } from 'commander';

/** `fathom list` */
export function registerList(program: Command): void {
  program
    .command('list')
    .description('the benchmarks: tasks, fidelity, languages, tags')
    .option('--tag <tag>', 'only tasks with this tag')
    .option('--json', 'machine-readable')
    .action(async (flags: { readonly tag?: string; readonly json?: boolean }) => {
      const { list } = await import('../actions/list.ts');
      await list(flags);
    });
}
