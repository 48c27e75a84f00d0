import type { Command, Option } from 'commander';

/** Flags about the config itself, which no config can set, and `--now`, which removes for good what was to be deleted. */
const OWN_FLAGS = new Set(['config', 'explain', 'help', 'version', 'now']);

/** The flags of a command that a config may set. Of a flag and its negative only the flag. */
export function settableOptions(command: Command): readonly Option[] {
  const options = command.options.filter((option) => !OWN_FLAGS.has(option.attributeName()));
  return options.filter(
    (option) => !option.negate || !options.some((other) => !other.negate && other.attributeName() === option.attributeName()),
  );
}
