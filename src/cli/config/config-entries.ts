import type { Command, Option } from 'commander';
import { FathomError, nearestName } from '../../core/index.ts';
import type { ConfigContent, ContentSection, ContentValue } from './config-content.ts';
import { settableOptions } from './settable-options.ts';

/** A flag's value in the config, and where it stands: `run.lengths` or `lengths`. */
export interface ConfigEntry {
  readonly option: Option;
  readonly value: ContentValue;
  readonly at: string;
}

/** What the config says for a command, its own section before the defaults; all commands are there to check names against. */
export interface ConfigQuery {
  readonly command: Command;
  readonly commands: readonly Command[];
  readonly file: string;
}

/** The entries that hold for a command. Throws FathomError `misuse` with the nearest name for a name that no flag has, in any section. */
export function configEntries(content: ConfigContent, { command, commands, file }: ConfigQuery): readonly ConfigEntry[] {
  const entries = Object.entries(content);
  const everyOption = commands.flatMap(settableOptions);
  const sections = entries.filter((entry): entry is [string, ContentSection] => isSection(entry[1]));
  const defaults = entries.filter((entry): entry is [string, ContentValue] => !isSection(entry[1]));
  for (const [name, section] of sections) {
    const owner = commands.find((each) => each.name() === name);
    if (!owner) throw unknownName(name, { file, known: commands.map((each) => each.name()), what: 'section' });
    for (const key of Object.keys(section)) entryOf(key, true, { options: settableOptions(owner), file, prefix: `${name}.` });
  }
  for (const [key] of defaults) entryOf(key, true, { options: everyOption, file, prefix: '', known: commands.map((each) => each.name()) });
  const own = Object.entries(sections.find(([name]) => name === command.name())?.[1] ?? {});
  const options = settableOptions(command);
  const found = [
    ...defaults.filter(([key]) => namedOption(key, options)).map(([key, value]) => entryOf(key, value, { options, file, prefix: '' })),
    ...own.map(([key, value]) => entryOf(key, value, { options, file, prefix: `${command.name()}.` })),
  ];
  return [...new Map(found.map((entry) => [entry.option.attributeName(), entry])).values()];
}

const isSection = (value: ContentValue | ContentSection): value is ContentSection => typeof value === 'object' && !Array.isArray(value);

interface Place {
  readonly options: readonly Option[];
  readonly file: string;
  readonly prefix: string;
  readonly known?: readonly string[];
}

function entryOf(key: string, value: ContentValue, { options, file, prefix, known = [] }: Place): ConfigEntry {
  const named = namedOption(key, options);
  if (named) return { option: named.option, value: named.negated ? value !== true : value, at: `${prefix}${key}` };
  const names = [...new Set(options.map((option) => option.attributeName()))];
  throw unknownName(`${prefix}${key}`, { file, known: [...names.map((name) => `${prefix}${name}`), ...known], what: 'setting' });
}

/** The option of a key in camelCase or kebab-case; `noStream: true` means `stream: false`. */
function namedOption(key: string, options: readonly Option[]): { readonly option: Option; readonly negated: boolean } | undefined {
  const name = key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const option = options.find((each) => each.attributeName() === name);
  if (option) return { option, negated: false };
  const negative = options.find((each) => each.negate && `no${capital(each.attributeName())}` === name);
  return negative && { option: negative, negated: true };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function unknownName(name: string, { file, known, what }: { file: string; known: readonly string[]; what: string }): FathomError {
  const nearest = nearestName(name, known);
  return new FathomError('misuse', `${file}: there is no ${what} "${name}".`, {
    fix: nearest ? `Did you mean ${nearest}?` : 'Settings have the names of the flags: fathom run --help.',
  });
}
