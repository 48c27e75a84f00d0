import type { Command, Option } from 'commander';
import type { Candidate, Completion } from './candidate.ts';
import { valuesOf } from './values.ts';

/** The words of a command line up to the cursor, without `fathom`; the last one is being written and may be empty. */
export type Words = readonly string[];

/** What may stand where the cursor is: commands, flags, values of flags and arguments, by what the program itself declares. */
export async function completeWords(program: Command, words: Words): Promise<Completion> {
  const typed = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = program.commands.find((each) => each.name() === before[0]);
  if (!command) return before.length > 0 ? none : { words: starting(commandsOf(program), typed) };
  const place = placeOf(command, before.slice(1));
  const equals = /^(--[\w-]+)=(.*)$/s.exec(typed);
  const option = place.option ?? (equals ? takingValue(command, equals[1]!) : undefined);
  if (option) return valueCompletion({ command, option, before, typed: equals?.[2] ?? typed, prefix: equals ? `${equals[1]}=` : '' });
  if (typed.startsWith('-') && !place.onlyArguments) return { words: starting(flagsOf(command), typed) };
  const argument = command.registeredArguments[place.argument] ?? command.registeredArguments.findLast(({ variadic }) => variadic);
  return argument ? { words: starting(await valuesOf({ name: argument.name(), command: command.name(), before }), typed) } : none;
}

const none: Completion = { words: [] };

const commandsOf = (program: Command): readonly Candidate[] =>
  program
    .createHelp()
    .visibleCommands(program)
    .map((each) => ({ value: each.name(), about: each.description() }));

const flagsOf = (command: Command): readonly Candidate[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description }) => (long ? [{ value: long, about: description }] : []));

const starting = (candidates: readonly Candidate[], typed: string): readonly Candidate[] =>
  candidates.filter(({ value }) => value.startsWith(typed));

/** Where the cursor is: in the value of an option, or in an argument by its number. */
function placeOf(command: Command, before: Words) {
  let argument = 0;
  let onlyArguments = false;
  let option: Option | undefined;
  for (const word of before) {
    if (option && !(option.variadic && word.startsWith('-'))) option = option.variadic ? option : undefined;
    else if (word === '--' && !onlyArguments) onlyArguments = true;
    else if (word.startsWith('-') && !onlyArguments) option = takingValue(command, word);
    else argument++;
  }
  return { argument, onlyArguments, option };
}

const takingValue = ({ options }: Command, word: string): Option | undefined =>
  options.find((each) => (each.long === word || each.short === word) && (each.required || each.optional));

interface ValuePlace {
  readonly command: Command;
  readonly option: Option;
  readonly before: Words;
  readonly typed: string;
  /** `--flag=`, where the value is written behind it. */
  readonly prefix: string;
}

async function valueCompletion({ command, option, before, typed, prefix }: ValuePlace): Promise<Completion> {
  const values =
    option.argChoices?.map((value) => ({ value })) ?? (await valuesOf({ name: option.long ?? '', command: command.name(), before }));
  if (values.length > 0) return { words: starting(values, typed).map((each) => ({ ...each, value: prefix + each.value })) };
  if (/<(file|path)/.test(option.flags)) return { shell: 'files' };
  return /<dir/.test(option.flags) ? { shell: 'folders' } : none;
}
