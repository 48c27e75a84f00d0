import { FathomError } from '../../core/index.ts';
import { baselineNames } from '../../evaluate/index.ts';
import { parseModelName } from '../../models/index.ts';
import { FieldError } from '../../server/index.ts';
import { readPriceFlags } from '../cost-flags.ts';
import { readLimitFlags } from '../limit-flags.ts';
import { readModelsFlags } from '../model-flags.ts';
import { readPromptFlags } from '../run-flags.ts';
import { readSelectionFlags } from '../selection-flags.ts';
import { readBaselines } from '../session-flags.ts';
import { readBudgetFlags } from '../spending.ts';

/** Takes a value as the command line would, or throws a FathomError that says why not. */
type Check = (value: string, name: string) => void;
type Reader = (flags: Readonly<Record<string, unknown>>) => unknown;

const by =
  (read: Reader): Check =>
  (value, name) =>
    void read({ [name]: value });
const named = (names: readonly string[], check: Check): { readonly [name: string]: Check } =>
  Object.fromEntries(names.map((name) => [name, check]));

/** Encodings by name; anything else would be a file. */
const TOKENIZERS: readonly string[] = ['o200k_base', 'cl100k_base', 'characters', 'words'];

/** Flags with a value that a browser may set, and how each is read. None of them names a file, a folder or a key: those are for a terminal. */
const VALUE_FLAGS: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    model: by((flags) => parseModelName(String(flags['model']))),
    tokenizer: (value: string) => {
      if (!TOKENIZERS.includes(value))
        throw new FathomError('misuse', `"${value}" is no tokenizer that the dashboard takes.`, TOKENIZER_FIX);
    },
    with: by((flags) => baselineNames(readBaselines(flags))),
    ...named(
      ['lengths', 'suite', 'depths', 'languages', 'needles', 'atcNeedles', 'repeats', 'position', 'form', 'benchmarkVersion'],
      by(readPromptFlags),
    ),
    ...named(['drawSeed', 'maxTokens', 'seed'], by(readPromptFlags)),
    ...named(['first', 'filter'], by(readSelectionFlags)),
    ...named(['contextTokens', 'overheadTokens', 'temperature', 'reasoningEffort', 'reasoningBudget'], by(readModelsFlags)),
    ...named(['concurrency', 'tokensInFlight', 'rpm', 'tpm', 'order', 'cacheTokens'], by(readLimitFlags)),
    ...named(['budgetUsd', 'budgetTokens'], by(readBudgetFlags)),
    ...named(['inputUsd', 'outputUsd', 'cachedUsd'], (value, name) => void readPriceFlags({ inputUsd: 0, outputUsd: 0, [name]: value })),
  }),
);

const TOKENIZER_FIX = { fix: `Take one of ${TOKENIZERS.join(', ')}; tokenizer files are for the command line.` };

/** Flags without a value. */
const SWITCHES: ReadonlySet<string> = new Set(['compat', 'noFloor']);

type FormValue = string | number | boolean | readonly string[];

/**
 * The values of a flag, each as the command line takes it; none for an empty field. Throws a FieldError for a flag that a browser may not set, for
 * a value that the command line would not take, and for what would not stay one word of it.
 */
export function valuesOfFlag(name: string, value: FormValue): readonly (string | true)[] {
  const check = VALUE_FLAGS.get(name);
  if (check === undefined && !SWITCHES.has(name)) {
    throw refused(name, `The dashboard does not take the flag "${name}".`, 'Flags that name files and keys are for the command line.');
  }
  if (check === undefined) {
    if (typeof value !== 'boolean') throw refused(name, `${name} is yes or no.`);
    return value ? [true] : [];
  }
  if (typeof value === 'boolean') throw refused(name, `${name} needs a value.`);
  if (Array.isArray(value) && name !== 'model') throw refused(name, `${name} takes one value.`);
  const values = [value].flat().map((each) => String(each).trim());
  for (const each of values) checked(each, name, check);
  return values.filter((each) => each !== '');
}

function checked(value: string, name: string, check: Check): void {
  if (/\p{Cc}/u.test(value)) throw refused(name, `${name} holds a control character.`);
  if (value === '') return;
  inField(name, () => check(value, name));
}

/** Does something with what a field holds: its FathomError is one of the field. */
export function inField<T>(field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof FathomError ? new FieldError(field, error) : error;
  }
}

const refused = (field: string, message: string, fix?: string): FieldError =>
  new FieldError(field, new FathomError('misuse', message, fix === undefined ? {} : { fix }));
