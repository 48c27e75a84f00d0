import { InvalidArgumentError, type Option } from 'commander';
import { FathomError } from '../../core/index.ts';
import type { ConfigEntry } from './config-entries.ts';

type Parse = (value: string, previous: unknown) => unknown;

/** The value that commander would have made of the flag; undefined for an empty list. Throws FathomError `misuse` for a kind that the flag does not take. */
export function optionValue({ option, value, at }: ConfigEntry, file: string): unknown {
  if (isSwitch(option)) {
    if (typeof value === 'boolean') return value;
    throw new FathomError('misuse', `${file}: "${at}" is a switch.`, { fix: 'Write true or false.' });
  }
  const texts = [value].flat().map(String);
  if (typeof value === 'boolean') {
    throw new FathomError('misuse', `${file}: "${at}" takes a value, not ${texts[0]}.`, { fix: `As on the command line: ${option.flags}` });
  }
  try {
    return parsed(option, texts);
  } catch (error) {
    if (error instanceof InvalidArgumentError) throw new FathomError('misuse', `${file}: "${at}": ${error.message}`);
    throw error;
  }
}

/** The words that give a flag this value on a command line. */
export function optionWords({ option, value }: ConfigEntry): readonly string[] {
  const name = option.long?.replace(/^--(no-)?/, '') ?? option.name();
  if (isSwitch(option)) return value === true ? (option.negate ? [] : [`--${name}`]) : option.negate ? [`--no-${name}`] : [];
  const texts = [value].flat().map(String);
  return (isRepeatable(option) ? texts : [texts.join(',')]).map((text) => `--${name}=${text}`);
}

const isSwitch = (option: Option): boolean => !option.required && !option.optional;

/** A flag that may be given several times collects its values in a list. */
function isRepeatable({ variadic, parseArg }: Option): boolean {
  return variadic || (parseArg !== undefined && Array.isArray((parseArg as Parse)('', undefined)));
}

function parsed(option: Option, texts: readonly string[]): unknown {
  if (texts.length === 0) return undefined;
  const parse = option.parseArg as Parse | undefined;
  if (!isRepeatable(option)) return parse ? parse(texts.join(','), undefined) : texts.join(',');
  return parse ? texts.reduce<unknown>((all, text) => parse(text, all), undefined) : texts;
}
