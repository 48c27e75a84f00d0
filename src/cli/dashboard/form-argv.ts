import { FathomError } from '../../core/index.ts';
import type { StartForm } from '../../server/index.ts';
import { readPriceFlags } from '../cost-flags.ts';
import { readModelsFlags } from '../model-flags.ts';
import { inField, valuesOfFlag } from './form-flags.ts';

/** Flags of the form that `plan` does not have: they say how, not what. */
const RUN_ONLY: ReadonlySet<string> = new Set(['noFloor', 'budgetUsd', 'budgetTokens']);

const TASK = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;

/**
 * The words of a command line for `command`. Throws a FieldError for what a browser may not ask for, and for what the command line would not take:
 * that costs no process.
 */
export function formArgv(command: 'run' | 'plan', { tasks, flags }: StartForm): readonly string[] {
  const named = tasks.map((task) => inField('tasks', () => browserTask(task)));
  const values = Object.entries(flags).map(([name, value]) => ({ name, values: valuesOfFlag(name, value) }));
  const given = Object.fromEntries(values.filter((each) => each.values.length > 0).map((each) => [each.name, each.values]));
  inField('model', () => readModelsFlags({ model: given['model'] }));
  checkPrices(given);
  const words = values
    .filter(({ name }) => command === 'run' || !RUN_ONLY.has(name))
    .flatMap((each) => each.values.map((value) => wordOf(each.name, value)));
  return [command, ...named, ...words];
}

/** A name that can be no file. Throws a FathomError (`misuse`) for any other. */
export function browserTask(task: string): string {
  if (TASK.test(task)) return task;
  throw new FathomError('misuse', `The dashboard does not take the task "${task}".`, {
    fix: 'Files of own questions are for the command line.',
  });
}

/** How many models the form names: each gets a run of its own. */
export const modelsOf = ({ flags }: StartForm): number => Math.max(1, valuesOfFlag('model', flags['model'] ?? []).length);

/** One word: a value that begins with a dash stays a value. */
function wordOf(name: string, value: string | true): string {
  const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  return value === true ? flag : `${flag}=${value}`;
}

function checkPrices(given: { readonly [name: string]: readonly (string | true)[] }): void {
  const [inputUsd, outputUsd, cachedUsd] = ['inputUsd', 'outputUsd', 'cachedUsd'].map((name) => given[name]?.[0]);
  inField(inputUsd === undefined ? 'inputUsd' : 'outputUsd', () => readPriceFlags({ inputUsd, outputUsd, cachedUsd }));
}
