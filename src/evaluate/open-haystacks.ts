import { FathomError, type Documents, type Corpus, type CorpusSource, type TokenIndex, type Tokenizer } from '../core/index.ts';
import { loadFamily } from '../benchmarks/index.ts';
import { reopenQuestions } from '../benchmarks/questions/index.ts';
import { createDocuments, corpusOf, generateProse, GENERATED_PROSE_VERSION, indexCorpus, loadCorpus } from '../text/index.ts';

/** Where haystacks come from: files or folders of the user's (their language is guessed unless named), else the built-in generator. */
export interface HaystackOptions {
  readonly paths?: readonly HaystackPath[];
  readonly tokenizer: Tokenizer;
  /** Longest prompt asked for; a built-in haystack is made a little longer. */
  readonly longestTokens: number;
  readonly seed: number;
  /** Folder for token indexes; none: nothing is kept. */
  readonly cacheDir?: string;
}

export interface HaystackPath {
  readonly path: string;
  readonly language?: string;
}

export interface Haystacks {
  /** Languages of the given files; empty when built-in haystacks are used. */
  readonly languages: readonly string[];
  /** The haystack of a language, loaded and tokenised once. */
  get(language: string): Promise<TokenIndex>;
  /** The corpora opened so far. */
  opened(): readonly Corpus[];
}

/** Opens the user's haystacks at once (bad files are refused early) and built-in ones when first asked for. */
export async function openHaystacks(options: HaystackOptions): Promise<Haystacks> {
  const given = new Map<string, Corpus>();
  for (const { path, language } of options.paths ?? []) {
    const corpus = await loadCorpus(path, language === undefined ? {} : { language });
    if (given.has(corpus.language)) {
      throw new FathomError('misuse', `Two haystacks are in ${corpus.language}: ${path} is the second.`, {
        fix: 'Give one per language; put several files into one folder; name the language if the guess is wrong: --haystack zh=FILE.',
      });
    }
    given.set(corpus.language, corpus);
  }
  const indexes = new Map<string, Promise<TokenIndex>>();
  const corpora: Corpus[] = [];
  const open = async (language: string) => {
    const corpus = given.get(language) ?? (given.size === 0 ? await builtIn(language, options) : missing(language, [...given.keys()]));
    corpora.push(corpus);
    return indexCorpus(corpus, options.tokenizer, options.cacheDir === undefined ? {} : { cacheDir: options.cacheDir });
  };
  return {
    languages: [...given.keys()],
    opened: () => corpora,
    get(language) {
      const index = indexes.get(language) ?? open(language);
      indexes.set(language, index);
      return index;
    },
  };
}

function missing(language: string, given: readonly string[]): never {
  throw new FathomError('misuse', `There is no haystack in "${language}"; the ones given are in: ${given.join(', ')}.`, {
    fix: `Add --haystack ${language}=FILE, or ask for --languages ${given.join(',')} only.`,
  });
}

/** Bytes generated to learn how many a token takes. */
const SAMPLE_BYTES = 60_000;
/** Half a gigabyte of text: what fits a string, and no window is near it. */
const MOST_BUILT_IN_TOKENS = 100_000_000;
/** Room for the difference between the sample and the whole. */
const MARGIN = 1.04;

async function builtIn(language: string, options: HaystackOptions): Promise<Corpus> {
  if (language !== 'en' && language !== 'zh') {
    throw new FathomError('misuse', `There is no built-in haystack in "${language}".`, {
      fix: `Built in are en and zh; bring your own: --haystack ${language}=FILE.`,
    });
  }
  const { seed, tokenizer, longestTokens } = options;
  if (longestTokens > MOST_BUILT_IN_TOKENS) {
    throw new FathomError('misuse', `${longestTokens} tokens are more than a built-in haystack can have.`, {
      fix: `Ask for at most ${MOST_BUILT_IN_TOKENS} tokens, or bring your own text: --haystack FILE.`,
    });
  }
  const sample = generateProse({ language, seed, minimumBytes: SAMPLE_BYTES }).join('');
  const bytesPerToken = Buffer.byteLength(sample) / tokenizer.count(sample);
  const bytes = roundedUp(Math.max(SAMPLE_BYTES, longestTokens * bytesPerToken * MARGIN));
  return generatedCorpus({ language, seed, bytes });
}

/** The next multiple of a quarter of the power of two below: few sizes, so that an index made once serves most runs. */
function roundedUp(bytes: number): number {
  const step = 2 ** Math.max(14, Math.floor(Math.log2(bytes)) - 2);
  return Math.ceil(bytes / step) * step;
}

function generatedCorpus(origin: { readonly language: 'en' | 'zh'; readonly seed: number; readonly bytes: number }): Corpus {
  const { language, seed, bytes } = origin;
  return corpusOf(generateProse({ language, seed, minimumBytes: bytes }), {
    language,
    origin: { kind: 'builtin', language, seed, bytes, version: GENERATED_PROSE_VERSION },
  });
}

/** Opens the texts that a run recorded, and checks that they are still the same. Throws a FathomError for one that is not. */
export async function reopenDocuments({ corpora }: { readonly corpora: readonly CorpusSource[] }): Promise<Documents> {
  return createDocuments(await Promise.all(corpora.map(reopenCorpus)));
}

async function reopenCorpus(source: CorpusSource): Promise<Corpus> {
  if (source.origin['kind'] === 'questions') return (await reopenQuestions([source])).tasks[0]!.corpora![0]!;
  const corpus = await corpusFrom(source);
  if (corpus.digest !== source.digest) {
    throw new FathomError(
      'data',
      `The ${source.origin['kind'] === 'data' ? 'data of' : 'haystack'} ${nameOf(source)} is not the text that the run was made from.`,
      {
        fix: 'Bring back the old text, or start a new run.',
      },
    );
  }
  return corpus;
}

async function corpusFrom(source: CorpusSource): Promise<Corpus> {
  const { origin, language } = source;
  if (origin['kind'] === 'path') return loadCorpus(String(origin['path']), { language });
  if (origin['kind'] === 'data') {
    const family = await loadFamily(String(origin['family']));
    if (family.reopen) return family.reopen(source);
  }
  if (origin['kind'] === 'builtin' && origin['version'] === GENERATED_PROSE_VERSION && (language === 'en' || language === 'zh')) {
    return generatedCorpus({ language, seed: Number(origin['seed']), bytes: Number(origin['bytes']) });
  }
  throw new FathomError('data', `This version of Fathom cannot make the haystack ${JSON.stringify(origin)} again.`, {
    fix: 'Use the version of Fathom that made the run (see `fathom runs`), or start a new run.',
  });
}

/** A corpus by a name for people. */
function nameOf({ origin, language }: CorpusSource): string {
  return origin['kind'] === 'path' || origin['kind'] === 'data'
    ? String(origin['path'])
    : `built-in ${language}, seed ${String(origin['seed'])}`;
}
