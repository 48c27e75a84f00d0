import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { FathomError, nearestName, type JsonObject } from '../core/index.ts';
import { REASONING_EFFORTS } from '../models/index.ts';
import { parseLength, parseWhole } from './parse-numbers.ts';
import { refuseProxyLogin, refuseSecretFields } from './refuse-secrets.ts';

/** The embedded default: a reader without a language model. */
const DEFAULT_MODEL = 'baseline/lexical';

/** How to reach a model. `settings` goes into the ledger; `secrets` never do. */
export interface ModelFlags {
  readonly model: string;
  readonly settings: JsonObject;
  readonly secrets: ModelSecrets;
}

export interface ModelSecrets {
  readonly apiKey?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Flags that name a model. Keys come from the environment or a file, never from the command line. */
export function addModelFlags(command: Command): Command {
  return command
    .option(
      '--model <name>',
      'openai/…, anthropic/…, google/…, URL#model, baseline/lexical; run: may be repeated',
      // The first value takes the place of the default, which is no list.
      (value, all: unknown) => (Array.isArray(all) ? [...all, value] : [value]),
      DEFAULT_MODEL,
    )
    .option('--context-tokens <n>', 'size of the model’s window: prompts that cannot fit are skipped with their reason')
    .option('--overhead-tokens <n>', 'tokens that the chat template adds (default: an allowance of 32)')
    .option('--base-url <url>', 'another address for openai/, anthropic/ and google/')
    .option('--temperature <t>', 'sampling temperature (default: 0, left out where the model refuses it)')
    .option('--reasoning-effort <level>', `${REASONING_EFFORTS.join(', ')}: how much to think; gives room for it too`)
    .option('--reasoning-budget <tokens>', 'most tokens of thinking, on top of the room for the answer')
    .option('--body <json>', 'extra fields of the request body')
    .option('--max-tokens-field <name>', 'max_tokens or max_completion_tokens (default: found out)')
    .option('--raw', 'raw completions, no chat template')
    .option('--no-stream', 'ask for whole answers instead of a stream')
    .option('--proxy <url>', 'HTTP proxy (default: HTTPS_PROXY, HTTP_PROXY, NO_PROXY)')
    .option('--ca-file <file>', 'extra certificate authority, PEM');
}

/** Flags that carry secrets, separate because `resume` takes them anew. */
export function addSecretFlags(command: Command): Command {
  return command
    .option('--api-key-env <name>', 'environment variable that holds the key')
    .option('--api-key-file <file>', 'file that holds the key')
    .option('--header <name:value>', 'extra request header; may be repeated; never stored', (value, all: readonly string[] = []) => [
      ...all,
      value,
    ]);
}

type Flags = Readonly<Record<string, unknown>>;

/**
 * Reads the flags of {@link addModelFlags} and {@link addSecretFlags} for commands that take one model. Throws FathomError `misuse` for several.
 * @public
 */
export function readModelFlags(flags: Flags): ModelFlags {
  const [model, ...more] = readModelsFlags(flags);
  if (more.length === 0) return model!;
  throw new FathomError('misuse', `This command takes one model, and ${more.length + 1} were given.`, {
    fix: 'fathom run takes several: --model A --model B.',
  });
}

/** The same flags for one or more models: all share the settings. Throws FathomError `misuse` for a model that is named twice. */
export function readModelsFlags(flags: Flags): readonly ModelFlags[] {
  const names = [flags['model'] ?? DEFAULT_MODEL].flat().map(String);
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice !== undefined) throw new FathomError('misuse', `The model ${twice} is named twice.`, { fix: 'Name each model once.' });
  const shared = readModelSettings(flags);
  return names.map((model) => ({ model, ...shared }));
}

function readModelSettings(flags: Flags): Omit<ModelFlags, 'model'> {
  const text = (name: string) => (flags[name] === undefined ? undefined : String(flags[name]));
  const tokens = (name: string) => (flags[name] === undefined ? undefined : parseLength(String(flags[name])));
  const overhead = text('overheadTokens');
  const settings = {
    contextTokens: tokens('contextTokens'),
    overheadTokens: overhead === undefined ? undefined : parseWhole(overhead, { name: 'overhead in tokens', min: 0 }),
    baseUrl: text('baseUrl'),
    temperature: temperature(text('temperature')),
    reasoningEffort: effort(text('reasoningEffort')),
    reasoningBudget: tokens('reasoningBudget'),
    body: parseBody(text('body')),
    maxTokensField: text('maxTokensField'),
    raw: flags['raw'] ? true : undefined,
    stream: flags['stream'] === false ? false : undefined,
    proxy: refuseProxyLogin(text('proxy')),
    caFile: text('caFile'),
  };
  return {
    settings: Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as JsonObject,
    secrets: readSecrets(flags),
  };
}

/** The key and headers; a named variable or file that holds nothing is an error, not an empty key. */
export function readSecrets(flags: Flags): ModelSecrets {
  const headers = ((flags['header'] as readonly string[] | undefined) ?? []).map(parseHeader);
  const apiKey = keyFromVariable(flags['apiKeyEnv']) ?? keyFromFile(flags['apiKeyFile']);
  return { ...(apiKey !== undefined && { apiKey }), ...(headers.length > 0 && { headers: Object.fromEntries(headers) }) };
}

function keyFromVariable(name: unknown): string | undefined {
  if (name === undefined) return undefined;
  const key = process.env[String(name)]?.trim();
  if (!key) throw new FathomError('missing', `The environment variable ${String(name)} holds no key.`, { fix: `export ${String(name)}=…` });
  return key;
}

function keyFromFile(file: unknown): string | undefined {
  if (file === undefined) return undefined;
  try {
    const key = readFileSync(String(file), 'utf8').trim();
    if (key !== '') return key;
  } catch (cause) {
    throw new FathomError('missing', `The key file ${String(file)} cannot be read.`, { cause, fix: 'Check the path and its permissions.' });
  }
  throw new FathomError('missing', `The key file ${String(file)} is empty.`);
}

function parseHeader(text: string): readonly [string, string] {
  const at = text.indexOf(':');
  const name = text.slice(0, at).trim();
  // The value may be a secret: the message shows the name only.
  if (at < 1 || !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[\r\n\0]/.test(text)) {
    throw new FathomError('misuse', `A --header is not of the form NAME:VALUE.`, { fix: "Write --header 'X-Team: search'." });
  }
  return [name, text.slice(at + 1).trim()];
}

function temperature(text: string | undefined): number | undefined {
  const value = text === undefined ? undefined : Number(text);
  if (value !== undefined && !(value >= 0 && value <= 2))
    throw new FathomError('misuse', `"${text}" is no temperature.`, { fix: 'Give a number from 0 to 2.' });
  return value;
}

function effort(text: string | undefined): string | undefined {
  if (text === undefined || REASONING_EFFORTS.some((known) => known === text)) return text;
  const nearest = nearestName(text, REASONING_EFFORTS);
  throw new FathomError('misuse', `"${text}" is no reasoning effort.`, {
    fix: `${nearest ? `Did you mean ${nearest}? ` : ''}Efforts: ${REASONING_EFFORTS.join(', ')}.`,
  });
}

function parseBody(text: string | undefined): JsonObject | undefined {
  if (text === undefined) return undefined;
  const body = jsonObject(text);
  if (body !== undefined) return refuseSecretFields(body);
  throw new FathomError('misuse', '--body is no JSON object.', { fix: `Write --body '{"top_k": 1}'.` });
}

function jsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}
