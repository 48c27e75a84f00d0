import { resolve } from 'node:path';
import { FathomError, type Corpus } from '../../core/index.ts';
import { requireRows, streamRows, findDataFile, type BadRows } from '../../datasets/index.ts';
import { corpusOf } from '../../text/index.ts';
import type { IclExample, RawExample } from './icl-example.ts';
import type { IclSet } from './icl-sets.ts';
import { readLabelNames, withNames } from './label-names.ts';
import { dealRounds } from './rounds.ts';

const ROUNDS = 5;
/** Examples kept of each label of a large file: enough for five rounds, and for labels that run out. */
const KEPT_PER_LABEL = 5 * ROUNDS;
const ENDINGS = ['json', 'jsonl', 'csv', 'parquet'];

/** Where the examples of a set are read from. */
export interface IclSource {
  readonly dataDir: string;
  readonly badRows: BadRows;
  /** Examples of a label stand together, instead of round by round. */
  readonly grouped: boolean;
}

/** Texts of one to five rounds, a document each; how many examples each shows, and the labels that they have. */
export interface Demonstrations {
  readonly corpus: Corpus;
  readonly counts: readonly number[];
  readonly labels: readonly string[];
}

/** The first of a set's files of a split that is there. */
export function findSplit({ names }: IclSet, split: 'train' | 'test', dataDir: string): string | undefined {
  const stems = names.flatMap((name) => [`${name}_${split}`, `${split}_${name}`, `${name}/${split}`, `${name}/${split}-00000-of-00001`]);
  return findDataFile(
    dataDir,
    ['', 'processed_data/'].flatMap((folder) => stems.flatMap((stem) => ENDINGS.map((ending) => `${folder}${stem}.${ending}`))),
  );
}

/** The rows of a file that are used, one at a time. Rejects with FathomError `data` for bad rows, and for numbers of labels that have no names. */
export async function* readExamples(
  { names: sets, row }: IclSet,
  { file, dataDir, badRows }: Pick<IclSource, 'dataDir' | 'badRows'> & { readonly file: string },
): AsyncGenerator<{ readonly example: IclExample; readonly raw: RawExample; readonly line: number }, void> {
  const names = await readLabelNames(dataDir, sets);
  for await (const read of requireRows(streamRows({ path: file }, row), { file, badRows })) {
    if ('problem' in read || read.row === undefined) continue;
    const example = withNames(read.row, names);
    if (!example)
      throw new FathomError('data', `${file}:${read.line}: the label is a number without a name.`, {
        fix: `Add ${sets[0]!}_labels.json: a list of the names in the order of their numbers, or {"number": "name"}.`,
      });
    yield { example, raw: read.row, line: read.line };
  }
}

/** The demonstrations of a set: one to five rounds. A file with fewer examples has fewer rounds. */
export async function openDemonstrationsOf(set: IclSet, { dataDir, badRows, grouped }: IclSource): Promise<Demonstrations> {
  const file = findSplit(set, 'train', dataDir);
  if (file === undefined)
    throw new FathomError('missing', `There is no ${set.names[0]!}_train file in ${dataDir}.`, {
      fix: 'Bring the old file back, or start a new run.',
    });
  const rounds = await (set.roundPairs ? pairRounds(set, { file, dataDir, badRows }) : labelRounds(set, { file, dataDir, badRows }));
  if (rounds.length === 0) throw new FathomError('data', `${file} has no example.`, { fix: 'Fetch it again.' });
  const shown = rounds.map((examples) => (grouped ? [...Map.groupBy(examples, ({ labels }) => labels[0]!).values()].flat() : examples));
  const texts = shown.map((examples) =>
    examples.map((each) => `${set.marker}${each.query}${set.cue} ${each.labels.join(', ')}\n\n`).join(''),
  );
  const origin = { kind: 'data', family: 'longiclbench', path: resolve(file), set: set.id, dataDir: resolve(dataDir), badRows, grouped };
  return {
    corpus: corpusOf(texts, { language: 'en', origin }),
    counts: rounds.map((examples) => examples.length),
    labels: [...new Set(rounds.at(-1)!.flatMap((examples) => examples.labels))],
  };
}

type FileOf = Pick<IclSource, 'dataDir' | 'badRows'> & { readonly file: string };

/** Rounds of one example of each label. */
async function labelRounds(set: IclSet, from: FileOf): Promise<readonly (readonly IclExample[])[]> {
  const kept = new Map<string, IclExample[]>();
  for await (const { example } of readExamples(set, from)) {
    const own = kept.get(example.labels[0]!) ?? [];
    if (own.length < KEPT_PER_LABEL) kept.set(example.labels[0]!, [...own, example]);
  }
  const all = [...kept.values()].flat();
  const sizes = Array.from({ length: ROUNDS }, (_, i) => (i + 1) * kept.size).filter((size) => size > 0 && size <= all.length);
  return sizes.map((count) => dealRounds(all, { labelOf: ({ labels }) => labels[0]!, count }));
}

/** Rounds of so many pairs, the first ones, those of a dialogue together. */
async function pairRounds(set: IclSet, from: FileOf): Promise<readonly (readonly IclExample[])[]> {
  const rounds = set.roundPairs!.map((pairs) => ({ left: pairs, examples: [] as IclExample[] }));
  for await (const { example, raw } of readExamples(set, from)) {
    for (const round of rounds.filter(({ left }) => left > 0)) {
      const count = Math.min(round.left, example.labels.length);
      round.examples.push({ query: raw.firstPairs!(count).query, labels: example.labels.slice(0, count) });
      round.left -= count;
    }
    if (rounds.every(({ left }) => left === 0)) break;
  }
  return rounds.filter(({ left, examples }, i) => examples.length > 0 && (i === 0 || left === 0)).map(({ examples }) => examples);
}
