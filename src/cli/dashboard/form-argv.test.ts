import { Command } from 'commander';
import { expect, test } from 'vitest';
import { FieldError } from '../../server/index.ts';
import { registerPlan } from '../commands/plan.ts';
import { registerRun } from '../commands/run.ts';
import { formArgv, modelsOf } from './form-argv.ts';

type Flags = Parameters<typeof formArgv>[1]['flags'];

const argv = (flags: Flags, tasks: readonly string[] = ['needlebench']) => formArgv('run', { tasks, flags });

/** The field that is refused, and why. */
function refusal(flags: Flags, tasks?: readonly string[]): string {
  try {
    return `taken: ${argv(flags, tasks).join(' ')}`;
  } catch (error) {
    if (error instanceof FieldError) return `${error.field}: ${error.message}`;
    throw error;
  }
}

/** A value that each flag of the form takes. */
const GOOD: { readonly [flag: string]: string | boolean } = {
  model: 'openai/gpt-5',
  lengths: '4k..128k',
  suite: '128k',
  depths: '0..100/10',
  languages: 'en,zh',
  needles: '2..5',
  atcNeedles: '2,4',
  repeats: '3',
  position: 'end',
  form: 'v2',
  benchmarkVersion: 'v2',
  compat: true,
  drawSeed: '1',
  maxTokens: '2k',
  tokenizer: 'o200k_base',
  seed: '7',
  first: '8',
  filter: 'length=4k',
  contextTokens: '128k',
  overheadTokens: '0',
  temperature: '0.5',
  reasoningEffort: 'low',
  reasoningBudget: '8k',
  with: 'retrieval,oracle',
  concurrency: '2',
  tokensInFlight: '1m',
  rpm: '60',
  tpm: '400k',
  order: 'cache',
  cacheTokens: '1m',
  budgetUsd: '5',
  budgetTokens: '2m',
  noFloor: true,
  inputUsd: '1.25',
  outputUsd: '10',
  cachedUsd: '0.125',
};

function command(register: (program: Command) => void): Command {
  const program = new Command();
  register(program);
  return program.commands[0]!;
}

test('the form takes exactly these flags of run: all others name files, folders, keys or ways to reach a server', () => {
  const names = command(registerRun).options.map((option) => (option.negate ? `no${option.attributeName()}` : option.attributeName()));
  const taken = names
    .map((name) => name.replace(/^nofloor$/, 'noFloor'))
    .filter((name) => !refusal({ [name]: GOOD[name] ?? 'x' }).includes('does not take the flag'));
  expect(taken.toSorted()).toEqual(Object.keys(GOOD).toSorted());
  for (const name of [
    'haystack',
    'data',
    'prompts',
    'set',
    'store',
    'apiKeyFile',
    'apiKeyEnv',
    'header',
    'body',
    'proxy',
    'caFile',
    'baseUrl',
    'html',
    'config',
    'prices',
    'yes',
    '__proto__',
  ]) {
    expect(refusal({ [name]: 'x' })).toBe(`${name}: The dashboard does not take the flag "${name}".`);
  }
});

test('what the form says is what the command line reads, for run and for plan', async () => {
  for (const [name, register] of [
    ['run', registerRun],
    ['plan', registerPlan],
  ] as const) {
    const parsed = command(register).exitOverride();
    let seen: Readonly<Record<string, unknown>> = {};
    let tasks: readonly string[] = [];
    parsed.action((given: readonly string[], flags: Readonly<Record<string, unknown>>) => void ([tasks, seen] = [given, flags]));
    const words = formArgv(name, {
      tasks: ['needlebench', 'needlebench/single-retrieval'],
      flags: { ...GOOD, model: ['openai/gpt-5', 'http://h:1/v1#m x'] },
    });
    await parsed.parseAsync(words.slice(1), { from: 'user' });
    const { noFloor: _, budgetUsd, budgetTokens, ...rest } = GOOD;
    expect(tasks).toEqual(['needlebench', 'needlebench/single-retrieval']);
    expect(seen).toMatchObject({
      ...rest,
      model: ['openai/gpt-5', 'http://h:1/v1#m x'],
      ...(name === 'run' && { floor: false, budgetUsd, budgetTokens }),
    });
  }
});

test('a value that begins with dashes stays a value, and one that would swallow the next word is refused', () => {
  expect(argv({ filter: '--store=/tmp/x' })).toEqual(['run', 'needlebench', '--filter=--store=/tmp/x']);
  expect(argv({ suite: '--yes' })).toEqual(['run', 'needlebench', '--suite=--yes']);
  expect(refusal({ filter: true })).toBe('filter: filter needs a value.');
  expect(refusal({ compat: 'x' })).toBe('compat: compat is yes or no.');
  expect(refusal({ lengths: ['1k', '2k'] })).toBe('lengths: lengths takes one value.');
  expect(argv({ compat: false, noFloor: true, lengths: ' ', repeats: ' 2 ' })).toEqual(['run', 'needlebench', '--no-floor', '--repeats=2']);
});

test.each(['a\nb', 'a\0b', 'a\u001b[31mb', 'a\u0085b'])('a control character is refused wherever it stands: %j', (text) => {
  expect(refusal({ model: `openai/${text}` })).toBe('model: model holds a control character.');
  expect(refusal({ suite: text })).toBe('suite: suite holds a control character.');
  expect(refusal({}, [text])).toMatch(/^tasks: The dashboard does not take the task/);
});

test.each(['./questions.jsonl', 'questions.jsonl', 'a/../b', '/etc/passwd', '..', '-h', '--help', 'needlebench/', 'C:\\q.json', ''])(
  'a task name that could be a file or a flag is refused: %s',
  (task) => expect(refusal({}, ['needlebench', task])).toMatch(/^tasks: The dashboard does not take the task/),
);

test.each(['gpt-5', './model', 'file:///etc/passwd', '--help', 'openai/', 'http://h/v1', 'http://user:secret@h/v1#m', 'ftp://h/v1#m'])(
  'a model that is no name is refused: %s',
  (model) => expect(refusal({ model: ['baseline/lexical', model] })).toMatch(/^model: /),
);

test('what is wrong with a field is said of that field', () => {
  expect(refusal({ lengths: '4x' })).toBe('lengths: "4x" is no length.');
  expect(refusal({ tpm: 'fast' })).toBe('tpm: "fast" is no length.');
  expect(refusal({ tokenizer: './tokenizer.json' })).toBe('tokenizer: "./tokenizer.json" is no tokenizer that the dashboard takes.');
  expect(refusal({ with: 'luck' })).toBe('with: There is no baseline "luck".');
  expect(refusal({ model: ['mock/echo', 'mock/echo'] })).toBe('model: The model mock/echo is named twice.');
  expect(refusal({ inputUsd: '1' })).toBe('outputUsd: A price is missing.');
  expect(refusal({ outputUsd: '1' })).toBe('inputUsd: A price is missing.');
  expect(refusal({ cachedUsd: '-1' })).toBe('cachedUsd: "-1" is no price.');
  expect([modelsOf({ tasks: [], flags: {} }), modelsOf({ tasks: [], flags: { model: ['mock/echo', ' ', 'mock/b'] } })]).toEqual([1, 2]);
});
