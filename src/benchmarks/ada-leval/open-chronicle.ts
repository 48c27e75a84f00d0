import { FathomError, type Corpus, type CorpusSource, type TaskDeps, type TokenIndex } from '../../core/index.ts';
import { corpusOf } from '../../text/index.ts';
import { CHRONICLE_VERSION, makeChronicle } from './chronicle.ts';

/** More than the texts have a token of any tokenizer at hand. */
const BYTES_PER_TOKEN = 6;

/** The built-in chronicle of a language, long enough for prompts of so many tokens to begin at different places. */
export function openChronicle(
  { language, longestTokens }: { readonly language: string; readonly longestTokens: number },
  { index, seed }: Pick<TaskDeps, 'index' | 'seed'>,
): Promise<TokenIndex> {
  return index(chronicleCorpus({ language, seed, bytes: longestTokens * BYTES_PER_TOKEN + 20_000 }));
}

/** The same again from a recorded origin. Throws FathomError `data` when it was made by another version. */
export function reopenChronicle({ origin, language }: CorpusSource): Corpus {
  if (origin['version'] === CHRONICLE_VERSION)
    return chronicleCorpus({ language, seed: Number(origin['seed']), bytes: Number(origin['bytes']) });
  throw new FathomError('data', 'This version of Fathom makes another chronicle than that of the run.', {
    fix: 'Use the version of Fathom that made the run (see `fathom runs`), or start a new run.',
  });
}

function chronicleCorpus({ language, seed, bytes }: { readonly language: string; readonly seed: number; readonly bytes: number }): Corpus {
  const origin = {
    kind: 'data',
    family: 'ada-leval',
    path: `built-in chronicle, ${language}`,
    texts: 'chronicle',
    version: CHRONICLE_VERSION,
    seed,
    bytes,
  };
  return corpusOf([makeChronicle({ language, seed, minimumBytes: bytes })], { language, origin });
}
