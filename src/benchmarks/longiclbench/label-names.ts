import { z } from 'zod';
import { findDataFile, readJson } from '../../datasets/index.ts';
import type { IclExample, RawExample } from './icl-example.ts';

/** A list of names, or names by number, as LongICLBench's `id2fine_tags.json`. */
const namesSchema = z.union([
  z.array(z.string().min(1)).transform((names) => new Map(names.entries())),
  z.record(z.string(), z.string().min(1)).transform(byNumber),
]);

function byNumber(record: { readonly [number: string]: string }): Map<number, string> {
  return new Map(Object.entries(record).map(([number, name]) => [Number(number), name]));
}

/** Names of the numbers that stand for labels; empty where the folder has no file of them. Rejects with FathomError `data` for another form. */
export async function readLabelNames(folder: string, sets: readonly string[]): Promise<ReadonlyMap<number, string>> {
  const file = findDataFile(
    folder,
    sets.flatMap((set) => [`${set}_labels.json`, `${set}/labels.json`]),
  );
  return file === undefined ? new Map() : readJson(file, namesSchema);
}

/** An example with names for labels; undefined where a number has none. */
export function withNames({ query, labels }: RawExample, names: ReadonlyMap<number, string>): IclExample | undefined {
  const named = labels.map((label) => (typeof label === 'string' ? label : names.get(label)));
  return named.every((name) => name !== undefined) ? { query, labels: named } : undefined;
}
