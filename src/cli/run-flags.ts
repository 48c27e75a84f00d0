import { resolve } from 'node:path';
import type { Command } from 'commander';
import { FathomError, type Json, type JsonObject } from '../core/index.ts';
import { parseLength, parseLengths, parseNumberList, parseWhole } from './parse-numbers.ts';

/** What the flags of `run`, `plan` and `show` say, parsed. */
export interface RunFlags {
  /** Options that go to the tasks as they are, only those that were given. */
  readonly taskOptions: JsonObject;
  readonly tokenizer?: string;
  readonly haystacks: readonly { readonly path: string; readonly language?: string }[];
  readonly seed: number;
}

const repeated = (value: string, all: readonly string[] = []) => [...all, value];

/** Flags that say which prompts are made. */
export function addPromptFlags(command: Command): Command {
  return command
    .option('--lengths <lengths>', 'prompt lengths in tokens: 4k, 4k..128k (doubling), lists')
    .option('--suite <name>', 'published settings: 4k, 8k, 32k, 128k, 200k, 256k, 1000k')
    .option('--depths <percents>', 'depths in percent: 0..100/10, 0,50,100')
    .option('--languages <list>', 'en, zh or both (default: both, or those of the haystacks)')
    .option('--needles <counts>', 'needles of multi-reasoning: 2..5')
    .option('--atc-needles <counts>', 'sizes of the ancestral trace: 2,4,8,16,32,64,128,256,512')
    .option('--repeats <n>', 'prompts per cell, each on its own haystack')
    .option('--position <place>', 'question at the end or the start of the prompt: end, start')
    .option('--form <form>', 'ancestral trace: v2, v1-ordered, v1-shuffled, choice')
    .option('--benchmark-version <v>', 'published version to follow: v1, v2')
    .option('--compat', 'the published generator and scorer with their quirks (default: corrected)')
    .option('--draw-seed <n>', 'compat: the seed for what the published code draws unseeded')
    .option('--data <dir>', 'folder with the official data files')
    .option('--prompts <path>', 'prompt pack (a file or folder) that replaces our wording')
    .option('--max-tokens <n>', 'room for the answer, in tokens')
    .option(
      '--set <name=value>',
      'any other option of the tasks (the family’s README lists them): --set branches=5; may be repeated',
      repeated,
    )
    .option('--haystack <path>', 'file or folder (.txt .md .jsonl), or LANGUAGE=PATH; may be repeated', repeated)
    .option(
      '--tokenizer <name>',
      'o200k_base, cl100k_base, characters, words, or a tokenizer.json (default: o200k_base; compat: cl100k_base)',
    )
    .option('--seed <n>', 'seed of everything drawn', '0');
}

/** Reads the flags that {@link addPromptFlags} added. */
export function readPromptFlags(flags: Readonly<Record<string, unknown>>): RunFlags {
  const text = (name: string) => (flags[name] === undefined ? undefined : String(flags[name]));
  const taskOptions: JsonObject = withoutUndefined({
    lengths: mapped(text('lengths'), parseLengths),
    suite: text('suite'),
    depths: mapped(text('depths'), (value) => parseNumberList(value, { name: 'depths', min: 0, max: 100 })),
    languages: mapped(text('languages'), (value) => value.split(',').map((part) => part.trim())),
    needles: mapped(text('needles'), (value) => parseNumberList(value, { name: 'needle counts', min: 1, max: 1000, whole: true })),
    atcNeedles: mapped(text('atcNeedles'), (value) => parseNumberList(value, { name: 'needle counts', min: 2, max: 100_000, whole: true })),
    repeats: mapped(text('repeats'), (value) => parseWhole(value, { name: 'number of repeats', min: 1, max: 100_000 })),
    position: text('position'),
    form: text('form'),
    version: text('benchmarkVersion'),
    mode: flags['compat'] ? 'compat' : undefined,
    drawSeed: mapped(text('drawSeed'), (value) => parseWhole(value, { name: 'draw seed', min: 0 })),
    dataDir: mapped(text('data'), dataFolder),
    prompts: mapped(text('prompts'), (path) => resolve(path)),
    maxTokens: mapped(text('maxTokens'), parseLength),
    ...Object.fromEntries(((flags['set'] as readonly string[] | undefined) ?? []).map(parseSetting)),
  });
  const tokenizer = text('tokenizer');
  return {
    taskOptions,
    haystacks: ((flags['haystack'] as readonly string[] | undefined) ?? []).map(parseHaystack),
    seed: parseWhole(text('seed') ?? '0', { name: 'seed', min: 0 }),
    ...(tokenizer !== undefined && { tokenizer }),
  };
}

/** The path of `--data`, absolute; an empty one would be the folder that the program stands in. Throws FathomError `misuse`. */
export function dataFolder(path: string): string {
  if (path.trim() !== '') return resolve(path);
  throw new FathomError('misuse', 'The data folder has no name.', { fix: 'Write --data DIR.' });
}

/** `name=value`; the value is JSON where it is JSON, else text. */
function parseSetting(text: string): readonly [string, Json] {
  const at = text.indexOf('=');
  const name = text.slice(0, at).trim();
  if (at < 1 || !/^[A-Za-z]\w*$/.test(name))
    throw new FathomError('misuse', `"${text}" is no setting.`, { fix: 'Write --set name=value, such as --set branches=5.' });
  const value = text.slice(at + 1);
  try {
    return [name, JSON.parse(value) as Json];
  } catch {
    return [name, value];
  }
}

/** `zh=path` names the language; a path alone leaves it to be guessed. */
function parseHaystack(value: string): { readonly path: string; readonly language?: string } {
  const named = /^([a-z]{2})=(.+)$/s.exec(value);
  if (value.trim() === '')
    throw new FathomError('misuse', 'The haystack has no path.', { fix: 'Write --haystack FILE or --haystack zh=FILE.' });
  return named ? { language: named[1]!, path: named[2]! } : { path: value };
}

function mapped<T>(text: string | undefined, parse: (text: string) => T): T | undefined {
  return text === undefined ? undefined : parse(text);
}

function withoutUndefined(values: { readonly [key: string]: JsonObject[string] | undefined }): JsonObject {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, JsonObject[string]] => entry[1] !== undefined));
}
