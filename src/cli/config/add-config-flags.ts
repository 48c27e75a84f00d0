import { relative } from 'node:path';
import { CommanderError, type Command } from 'commander';
import { findConfigFile } from './config-file.ts';
import type { ConfigEntry } from './config-entries.ts';

/** Name under which the words of the config's flags wait for the record of a run. */
const WORDS = 'configWords';

/**
 * Lets a config file fill the flags of every command that has some: flag before environment before the command's section before the
 * config's defaults before, for `resume`, the flags of the run that goes on before the flag's own default. Adds `--config`, `--no-config` and `--explain`. The file is read only when a command runs.
 */
export function addConfigFlags(program: Command, argv: readonly string[]): void {
  for (const command of flagged(program)) {
    command
      .option('--config <file>', 'file with defaults for these flags (default: fathom.config.{ts,mts,js,mjs,json,yaml,yml} here)')
      .option('--no-config', 'take no config file')
      .option('--explain', 'show every flag’s value and where it came from; nothing else is done');
    if (argv.includes('--explain')) for (const argument of command.registeredArguments) argument.argOptional();
  }
  program.hook('preAction', async (_, command) => {
    if (command.options.some((option) => option.long === '--explain')) await applyConfig(program, command);
  });
}

/** Commands that people call and that take flags; `__complete` is for scripts, and a key press runs no config. */
const flagged = (program: Command): readonly Command[] =>
  program.commands.filter((each) => each.options.length > 0 && !each.name().startsWith('__'));

/** The flags that a config set, as words of a command line that needs no config; none when it set none. */
export function configWords(flags: Readonly<Record<string, unknown>>): readonly string[] {
  return (flags[WORDS] as readonly string[] | undefined) ?? [];
}

async function applyConfig(program: Command, command: Command): Promise<void> {
  const { config, explain } = command.opts<{ config?: string | boolean; explain?: boolean }>();
  const path = typeof config === 'string' ? config : config === false ? undefined : findConfigFile(process.cwd());
  const file = path === undefined ? undefined : relative(process.cwd(), path) || path;
  const places = new Map<string, string>();
  if (path !== undefined && file !== undefined) {
    for (const { option, at } of await fill(program, { command, path, file })) places.set(option.attributeName(), at);
  }
  if (command.name() === 'resume') await (await import('../sitting-options.ts')).fillFromRun(command);
  if (!explain) return;
  const { explainOptions } = await import('./explain-options.ts');
  console.log(await explainOptions({ command, places, ...(file !== undefined && { file }) }));
  throw new CommanderError(0, 'fathom.explained', '');
}

/** Sets what neither a flag nor the environment has set. Gives the entries that were taken. */
async function fill(
  program: Command,
  { command, path, file }: { readonly command: Command; readonly path: string; readonly file: string },
): Promise<readonly ConfigEntry[]> {
  const [{ readConfigFile }, { parseConfigContent }, { configEntries }, { optionValue, optionWords }] = await Promise.all([
    import('./config-file.ts'),
    import('./config-content.ts'),
    import('./config-entries.ts'),
    import('./option-value.ts'),
  ]);
  const content = parseConfigContent(await readConfigFile(path), file);
  const commands = flagged(program);
  const taken: ConfigEntry[] = [];
  for (const entry of configEntries(content, { command, commands, file })) {
    const name = entry.option.attributeName();
    const value = optionValue(entry, file);
    if (value === undefined || !['default', undefined].includes(command.getOptionValueSource(name))) continue;
    command.setOptionValueWithSource(name, value, 'config');
    taken.push(entry);
  }
  if (taken.length > 0) command.setOptionValueWithSource(WORDS, [...taken.flatMap(optionWords), '--no-config'], 'config');
  return taken;
}
