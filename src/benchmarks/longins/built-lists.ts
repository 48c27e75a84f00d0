import { z } from 'zod';
import { FathomError, type Corpus, type CorpusSource } from '../../core/index.ts';
import { corpusOf } from '../../text/index.ts';
import { makeList, makeOwnList, type BuiltList } from './built-list.ts';
import { findQuestions, readQuestions } from './own-questions.ts';

/** Grows whenever lists of the same seed change. */
const LISTS_VERSION = 1;

const sourceSchema = z.object({
  mode: z.enum(['GIST', 'LIST', 'LIMT']),
  language: z.enum(['en', 'zh']),
  seed: z.number(),
  repeats: z.number(),
  leastBytes: z.number(),
  version: z.number(),
  badRows: z.enum(['fail', 'skip']),
  /** The user's questions; absent: generated ones. */
  file: z.string().optional(),
});

/** What lists are made from: enough to make them again. */
export type ListSource = z.output<typeof sourceSchema>;

/** Lists of all repeats, a document each. */
export interface BuiltLists {
  readonly corpus: Corpus;
  readonly lists: readonly BuiltList[];
}

/** The source for a run: the user's questions where the folder has any. */
export function listSource(facts: Omit<ListSource, 'version' | 'file'> & { readonly dataDir?: string }): ListSource {
  const { dataDir, ...rest } = facts;
  const file = dataDir === undefined ? undefined : findQuestions(dataDir);
  return { ...rest, version: LISTS_VERSION, ...(file !== undefined && { file }) };
}

/** Makes the lists; undefined where the user's file has no question in the language. Rejects with FathomError `data` for bad rows. */
export async function makeLists(source: ListSource): Promise<BuiltLists | undefined> {
  const { file, ...facts } = source;
  const { language, repeats, leastBytes } = facts;
  const rows = file === undefined ? undefined : await readQuestions(file, source);
  if (rows?.length === 0) return undefined;
  const lists = Array.from({ length: repeats }, (_, repeat) => {
    const place = { ...source, repeat };
    return rows ? makeOwnList(rows, place) : makeList(place, leastBytes);
  });
  const origin = {
    kind: 'data',
    family: 'longins',
    path: file ?? `built-in questions, ${language}`,
    built: { ...facts, ...(file !== undefined && { file }) },
  };
  return {
    corpus: corpusOf(
      lists.map(({ items }) => items.join('')),
      { language, origin },
    ),
    lists,
  };
}

/** The lists of a recorded run again. Rejects with FathomError `data` where they are others now. */
export async function reopenLists({ origin }: CorpusSource): Promise<Corpus> {
  const source = sourceSchema.parse(origin['built']);
  const made = source.version === LISTS_VERSION ? await makeLists(source) : undefined;
  if (made) return made.corpus;
  throw new FathomError('data', 'The questions of this run are not those that Fathom finds or makes now.', {
    fix: 'Bring back the old file or the version of Fathom that made the run (see `fathom runs`), or start a new run.',
  });
}
