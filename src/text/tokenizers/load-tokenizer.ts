import { distance } from 'fastest-levenshtein';
import { FathomError, type Tokenizer } from '../../core/index.ts';
import { charactersTokenizer } from './characters.ts';
import { loadTiktoken } from './tiktoken/load-tiktoken.ts';
import { wordsTokenizer } from './words.ts';

/** The tokenizer of a run that names none. */
export const DEFAULT_TOKENIZER = 'o200k_base';

const BUILT_IN: ReadonlyMap<string, () => Promise<Tokenizer>> = new Map([
  ['o200k_base', () => loadTiktoken('o200k_base')],
  ['cl100k_base', () => loadTiktoken('cl100k_base')],
  ['characters', () => Promise.resolve(charactersTokenizer())],
  ['words', () => Promise.resolve(wordsTokenizer())],
]);

/** The names that `loadTokenizer` knows, beside paths to a `tokenizer.json`. */
export const TOKENIZER_NAMES: readonly string[] = [...BUILT_IN.keys()];

const loaded = new Map<string, Promise<Tokenizer>>();

/**
 * The tokenizer of this name, loaded once in a process and shared: `o200k_base`, `cl100k_base`, `characters`, `words`,
 * or the path of a Hugging Face `tokenizer.json` (any name that ends in `.json` or holds a `/` or `\`).
 * Throws FathomError: `misuse` for an unknown name, `missing` or `data` for a file that is not there or is broken.
 */
export function loadTokenizer(name: string): Promise<Tokenizer> {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const loading = load(name);
  loaded.set(name, loading);
  // A failure is not kept: the file may be there next time.
  loading.catch(() => loaded.delete(name));
  return loading;
}

async function load(name: string): Promise<Tokenizer> {
  const builtIn = BUILT_IN.get(name);
  if (builtIn !== undefined) return builtIn();
  if (/\.json$|[/\\]/.test(name)) {
    const { loadHuggingFace } = await import('./hugging-face/load-hugging-face.ts');
    return loadHuggingFace(name);
  }
  const nearest = TOKENIZER_NAMES.toSorted((a, b) => distance(name, a) - distance(name, b)).slice(0, 2);
  throw new FathomError('misuse', `unknown tokenizer "${name}"; nearest: ${nearest.join(', ')}`, {
    fix: `Use one of ${TOKENIZER_NAMES.join(', ')}, or the path of a tokenizer.json.`,
  });
}
