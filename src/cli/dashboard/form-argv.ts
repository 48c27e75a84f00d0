import { FathomError } from '../../core/index.ts';
import type { StartForm } from '../../server/index.ts';

/** Flags of `run` that a browser may set. None of them names a file, a folder or a key: those are for a terminal. */
const FORM_FLAGS: ReadonlySet<string> = new Set([
  'model',
  'lengths',
  'suite',
  'depths',
  'languages',
  'needles',
  'atcNeedles',
  'repeats',
  'position',
  'form',
  'benchmarkVersion',
  'compat',
  'drawSeed',
  'maxTokens',
  'tokenizer',
  'seed',
  'first',
  'filter',
  'contextTokens',
  'overheadTokens',
  'temperature',
  'reasoningEffort',
  'reasoningBudget',
  'with',
  'concurrency',
  'tokensInFlight',
  'rpm',
  'tpm',
  'order',
  'cacheTokens',
  'budgetUsd',
  'budgetTokens',
  'noFloor',
  'inputUsd',
  'outputUsd',
  'cachedUsd',
]);

/** Flags of the form that `plan` does not have: they say how, not what. */
const RUN_ONLY: ReadonlySet<string> = new Set(['noFloor', 'budgetUsd', 'budgetTokens']);

/** Encodings by name; anything else would be a file. */
const TOKENIZERS: ReadonlySet<string> = new Set(['o200k_base', 'cl100k_base', 'characters', 'words']);
const TASK = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/;
/** A provider's model or a server's address; no file and no flag. */
const MODEL = /^(https?:\/\/|[a-z][a-z0-9-]*\/)[^\s\p{Cc}]+$/u;

/** The words of a command line for `command`. Throws a FathomError (`misuse`) for what a browser may not ask for. */
export function formArgv(command: 'run' | 'plan', { tasks, flags }: StartForm): readonly string[] {
  const words = Object.entries(flags).flatMap(([name, value]) => {
    if (!FORM_FLAGS.has(name)) throw refused(`the flag "${name}"`, 'Flags that name files and keys are for the command line.');
    if (command === 'plan' && RUN_ONLY.has(name)) return [];
    const values = Array.isArray(value) ? (value as readonly string[]) : [value];
    return values.flatMap((each) => wordsOf(name, each as string | number | boolean));
  });
  return [command, ...tasks.map(browserTask), ...words];
}

/** A name that can be no file. Throws a FathomError (`misuse`) for any other. */
export function browserTask(task: string): string {
  if (TASK.test(task)) return task;
  throw refused(`the task "${task}"`, 'Files of own questions are for the command line.');
}

function wordsOf(name: string, value: string | number | boolean): readonly string[] {
  if (value === false || value === '') return [];
  if (name === 'tokenizer' && !TOKENIZERS.has(String(value)))
    throw refused(`the tokenizer "${value}"`, 'Tokenizer files are for the command line.');
  if (name === 'model' && !MODEL.test(String(value)))
    throw refused(`the model "${value}"`, 'Write provider/model or http://HOST/v1#model.');
  const flag = `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  // One word: a value that begins with a dash stays a value.
  return [value === true ? flag : `${flag}=${value}`];
}

const refused = (what: string, fix: string): FathomError => new FathomError('misuse', `The dashboard does not take ${what}.`, { fix });
