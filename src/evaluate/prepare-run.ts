import type { Corpus, CorpusSource, Documents, Family, JsonObject, Task, TaskDeps, TokenIndex, Tokenizer } from '../core/index.ts';
import { createDocuments, DEFAULT_TOKENIZER, indexCorpus, loadTokenizer } from '../text/index.ts';
import { openHaystacks, type HaystackPath } from './open-haystacks.ts';

/** What a run is made of before a model is asked. */
export interface PrepareOptions {
  readonly families: readonly Family[];
  readonly tasks: readonly Task[];
  /** Options of the tasks; languages default to those of the haystacks. */
  readonly taskOptions?: JsonObject;
  /** Default: o200k_base, in compat mode cl100k_base. */
  readonly tokenizer?: string;
  readonly haystacks?: readonly HaystackPath[];
  /** Default 0. */
  readonly seed?: number;
  readonly cacheDir?: string;
}

export interface PreparedRun {
  readonly tokenizer: Tokenizer;
  /** The task options with what was filled in: keep these, they make the same samples again. */
  readonly taskOptions: JsonObject;
  readonly seed: number;
  readonly tasks: readonly { readonly task: Task; readonly options: JsonObject }[];
  readonly deps: TaskDeps;
  /** Documents and corpora opened so far: complete once all samples were read. */
  documents(): Documents;
  corpora(): readonly CorpusSource[];
}

/** Loads what building samples needs: the tokenizer, and the user's haystacks. Nothing is built yet. */
export async function prepareRun(options: PrepareOptions): Promise<PreparedRun> {
  const given = options.taskOptions ?? {};
  const tokenizer = await loadTokenizer(options.tokenizer ?? (given['mode'] === 'compat' ? 'cl100k_base' : DEFAULT_TOKENIZER));
  const seed = options.seed ?? 0;
  const haystacks = await openHaystacks({
    tokenizer,
    seed,
    longestTokens: longestLength(options, given),
    ...(options.haystacks && { paths: options.haystacks }),
    ...(options.cacheDir !== undefined && { cacheDir: options.cacheDir }),
  });
  const taskOptions =
    given['languages'] === undefined && haystacks.languages.length > 0 ? { ...given, languages: haystacks.languages } : given;
  const texts = options.tasks.flatMap((task) => task.corpora ?? []);
  const data = dataTexts(tokenizer, options);
  const opened = () => [...haystacks.opened(), ...texts, ...data.opened()];
  return {
    tokenizer,
    taskOptions,
    seed,
    tasks: options.tasks.map((task) => ({ task, options: taskOptions })),
    deps: {
      tokenizer,
      seed,
      haystack: (language) => haystacks.get(language),
      ...(haystacks.languages.length > 0 && { hasOwnHaystacks: true }),
      index: data.index,
    },
    documents: () => createDocuments(opened()),
    corpora: () => opened().map(({ digest, language, origin }) => ({ digest, language, origin })),
  };
}

/** Tokens of the longest prompt that the options, their suite or the tasks' defaults ask for. */
function longestLength({ families, tasks }: PrepareOptions, taskOptions: JsonObject): number {
  const suite = taskOptions['suite'];
  const sources = [
    taskOptions,
    ...(typeof suite === 'string' ? families.map((family) => family.suites[suite]) : []),
    ...tasks.map((task) => task.defaults),
  ];
  const lengths = sources.map((source) => source?.['lengths']).find((value) => Array.isArray(value));
  return Math.max(1000, ...((lengths as readonly number[] | undefined) ?? []));
}

/** Texts of the tasks' own data, each tokenised once. */
function dataTexts(tokenizer: Tokenizer, { cacheDir }: PrepareOptions) {
  const known = new Map<string, { readonly corpus: Corpus; readonly index: Promise<TokenIndex> }>();
  return {
    opened: () => Array.from(known.values(), ({ corpus }) => corpus),
    index(corpus: Corpus): Promise<TokenIndex> {
      const found = known.get(corpus.digest) ?? {
        corpus,
        index: indexCorpus(corpus, tokenizer, cacheDir === undefined ? {} : { cacheDir }),
      };
      known.set(corpus.digest, found);
      return found.index;
    },
  };
}
