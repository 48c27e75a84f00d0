import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { findDataFile, requireRows, streamRows, type BadRows } from '../../datasets/index.ts';

/** A query of LoCoV1 with the passages that answer it. */
const querySchema = z.object({ qid: z.string(), query: z.string(), dataset: z.string().min(1), answer_pids: z.array(z.string()) });
export type LocoQuery = z.infer<typeof querySchema>;

/** A passage; some of Qasper have no text. */
const passageSchema = z.object({ pid: z.string(), passage: z.string().nullable(), dataset: z.string().min(1) });
export type LocoPassage = z.infer<typeof passageSchema>;

/** A row that was left out. */
export interface LeftOutRow {
  readonly file: string;
  readonly line: number;
  readonly problem: string;
}

/** How bad rows are met, and who is told of those that are left out. */
export interface ReadOptions {
  readonly badRows: BadRows;
  readonly onBad: (row: LeftOutRow) => void;
}

/** All queries, in the order of the files. Rejects with FathomError `missing` where the folder has none. */
export async function readQueries(folder: string, options: ReadOptions): Promise<LocoQuery[]> {
  return Array.fromAsync(rowsOf(await filesOf(folder, 'queries', 'LoCoV1-Queries'), querySchema, options));
}

/** All passages, one at a time. */
export async function* streamPassages(folder: string, options: ReadOptions): AsyncGenerator<LocoPassage, void> {
  yield* rowsOf(await filesOf(folder, 'documents', 'LoCoV1-Documents'), passageSchema, options);
}

/** The pairs of Qasper whose passage has no text are dropped, as published. */
export async function withoutEmptyAnswers(
  queries: readonly LocoQuery[],
  { folder, ...options }: ReadOptions & { readonly folder: string },
): Promise<readonly LocoQuery[]> {
  const isQasper = ({ dataset }: { readonly dataset: string }) => dataset.startsWith('qasper');
  if (!queries.some(isQasper)) return queries;
  const empty = new Set<string>();
  // Its bad rows are told when the passages are ranked.
  for await (const passage of streamPassages(folder, { ...options, onBad: () => undefined }))
    if (isQasper(passage) && passage.passage === null) empty.add(passage.pid);
  return queries.map((query) => (isQasper(query) ? { ...query, answer_pids: query.answer_pids.filter((pid) => !empty.has(pid)) } : query));
}

async function* rowsOf<T>(files: readonly string[], schema: z.ZodType<T>, { badRows, onBad }: ReadOptions): AsyncGenerator<T, void> {
  for (const file of files) {
    for await (const read of requireRows(streamRows({ path: file }, schema), { file, badRows })) {
      if ('row' in read) yield read.row;
      else onBad({ file, line: read.line, problem: read.problem });
    }
  }
}

const KINDS = ['.jsonl', '.json', '.parquet'];

/** One file in the folder, or those of a copy of the hub's repository, by name. */
async function filesOf(folder: string, name: string, repository: string): Promise<readonly string[]> {
  const file = findDataFile(
    folder,
    KINDS.map((kind) => name + kind),
  );
  if (file !== undefined) return [file];
  const data = join(folder, repository, 'data');
  const names = (await readdir(data).catch(() => [])).filter((each) => KINDS.some((kind) => each.endsWith(kind))).sort();
  if (names.length > 0) return names.map((each) => join(data, each));
  throw new FathomError('missing', `There are no ${name} of LoCoV1 in ${folder}.`, {
    fix: `Put ${name}.jsonl or ${name}.parquet there, or a copy of hazyresearch/${repository}: --data DIR.`,
  });
}
