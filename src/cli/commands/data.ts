import type { Command } from 'commander';

const EXAMPLES = `
Examples:
  fathom data list                                what is on this machine, and where each benchmark's data comes from
  fathom data pull longbench                      from the Hugging Face hub; goes on where it was cut off
  fathom data pull lv-eval factrecall_en.zip      some files of it (names or patterns)
  fathom data pull longbench --refresh            is there a newer revision?
  fathom run longbench --model openai/gpt-5       takes the pulled copy when there is no --data
  fathom data path longbench                      its folder
  fathom data remove longbench

HF_TOKEN is sent to the hub alone, HF_ENDPOINT names a mirror. Copies are kept in FATHOM_DATA (default: ~/.cache/fathom/data), a folder for each revision.`;

/** `fathom data [ACTION] [FAMILY] [FILE…]` */
export function registerData(program: Command): void {
  program
    .command('data')
    .description('data files of benchmarks: pull them, list them, find them, remove them')
    .argument('[action]', 'pull, list, path, remove', 'list')
    .argument('[family]', 'a benchmark (fathom data list)')
    .argument('[files...]', 'pull: only these files of it')
    .option('--revision <rev>', 'pull: a branch, a tag or a commit (default: that of the copy, else main)')
    .option('--refresh', 'pull: ask the hub for a newer revision')
    .option('--offline', 'pull: ask nobody; an error where files are missing')
    .option('--json', 'machine-readable')
    .addHelpText('after', EXAMPLES)
    .action(async (action: string, family: string | undefined, files: readonly string[], flags: Readonly<Record<string, unknown>>) => {
      const { data } = await import('../actions/data.ts');
      await data({ action, family, files }, flags);
    });
}
