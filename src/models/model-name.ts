import { distance } from 'fastest-levenshtein';
import { FathomError } from '../core/index.ts';
import { parseBaseUrl } from './http/base-url.ts';

/** Providers that a model name can start with. */
export type NamedProvider = 'openai' | 'anthropic' | 'google' | 'baseline' | 'mock';

/** A model name taken apart. */
export type ModelName =
  | { readonly provider: NamedProvider; readonly model: string }
  | { readonly provider: 'openai-compatible'; readonly baseUrl: string; readonly model: string };

const PROVIDERS: readonly NamedProvider[] = ['openai', 'anthropic', 'google', 'baseline', 'mock'];
/** Beginnings of model names that tell their provider, for people who leave it out. */
const FAMILIES: readonly (readonly [RegExp, NamedProvider])[] = [
  [/^(gpt|o\d|chatgpt)/i, 'openai'],
  [/^claude/i, 'anthropic'],
  [/^(gemini|gemma)/i, 'google'],
];
const FORMS = 'Write openai/MODEL, anthropic/MODEL, google/MODEL, http://HOST:PORT/v1#MODEL, baseline/lexical or mock/echo';

/**
 * Takes a model name apart: `openai/gpt-5`, `anthropic/…`, `google/…`, `baseline/lexical`, `mock/echo`, or the base URL of an
 * OpenAI-compatible server with the model behind `#`. Whether the model exists is not checked. Throws FathomError `misuse` that names the
 * nearest provider, or says what is missing.
 */
export function parseModelName(name: string): ModelName {
  if (/^https?:\/\//i.test(name)) return serverModel(name);
  const slash = name.indexOf('/');
  const written = slash < 0 ? '' : name.slice(0, slash);
  const model = name.slice(slash + 1);
  const provider = PROVIDERS.find((known) => known === written);
  if (provider !== undefined && model !== '') return { provider, model };
  throw new FathomError('misuse', `Unknown model name "${name.slice(0, 200)}"`, { fix: suggestion(written, model) ?? FORMS });
}

function serverModel(name: string): ModelName {
  const hash = name.indexOf('#');
  const address = hash < 0 ? name : name.slice(0, hash);
  const model = hash < 0 ? '' : name.slice(hash + 1);
  parseBaseUrl(address);
  if (model === '') {
    throw new FathomError('misuse', `The server ${address} is given without a model`, { fix: `Add the model behind #: ${address}#MODEL` });
  }
  return { provider: 'openai-compatible', baseUrl: address, model };
}

function suggestion(written: string, model: string): string | undefined {
  const family = FAMILIES.find(([pattern]) => pattern.test(model))?.[1];
  const nearest = PROVIDERS.map((known) => ({ known, edits: distance(written.toLowerCase(), known) })).sort(
    (a, b) => a.edits - b.edits,
  )[0]!;
  const provider = nearest.edits <= 2 ? nearest.known : family;
  return provider === undefined ? undefined : `Did you mean ${provider}/${model === '' ? 'MODEL' : model}?`;
}
