import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FathomError } from '../../core/index.ts';
import { requireRows, streamRows } from '../../datasets/index.ts';
import { createRanker } from '../../text/index.ts';
import { streamPassages, type LocoQuery, type ReadOptions } from './loco-data.ts';

/** Ids of passages for a query, best first; undefined for a query that was not ranked. */
export type Rankings = (query: LocoQuery) => readonly string[] | undefined;

/** As many hits as the published evaluation asks for. */
export const TOP_K = 1000;

/** A stored ranking. `dataset` tells queries of two data sets apart that have one id. */
const rankingSchema = z.object({ qid: z.string(), pids: z.array(z.string()), dataset: z.string().optional() });

/** Reads the rankings of a folder: `.jsonl` files of `{"qid": …, "pids": […]}`, best first. Rejects with FathomError `missing` where there are none. */
export async function readRankings(folder: string, { badRows, onBad }: ReadOptions): Promise<Rankings> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.jsonl')).sort();
  if (names.length === 0)
    throw new FathomError('missing', `There are no rankings (.jsonl) in ${folder}.`, {
      fix: 'Name a folder of files with a row {"qid": …, "pids": […]} for each query, or bm25.',
    });
  const ranked = new Map<string, readonly string[]>();
  for (const file of names.map((name) => join(folder, name))) {
    for await (const read of requireRows(streamRows({ path: file }, rankingSchema), { file, badRows })) {
      if ('row' in read) ranked.set(keyOf(read.row.qid, read.row.dataset), read.row.pids);
      else onBad({ file, line: read.line, problem: read.problem });
    }
  }
  return ({ qid, dataset }) => ranked.get(keyOf(qid, dataset)) ?? ranked.get(keyOf(qid));
}

const keyOf = (qid: string, dataset = '') => JSON.stringify([dataset, qid]);

/** Ranks the passages of each data set by BM25. The passages go by one at a time; what is kept of them are the queries' terms. */
export async function rankByBm25(folder: string, queries: readonly LocoQuery[], options: ReadOptions): Promise<Rankings> {
  const datasets = [...Map.groupBy(queries, ({ dataset }) => dataset)].map(([dataset, own]) => ({
    dataset,
    own,
    pids: [] as string[],
    ranker: createRanker(own.map(({ query }) => query)),
  }));
  const byName = new Map(datasets.map((each) => [each.dataset, each]));
  for await (const { dataset, pid, passage } of streamPassages(folder, options)) {
    const found = byName.get(dataset);
    if (!found || passage === null) continue;
    found.pids.push(pid);
    found.ranker.add(passage);
  }
  const places = new Map(datasets.flatMap(({ own }) => own.map((query, i) => [query, i] as const)));
  return (query) => {
    const found = byName.get(query.dataset);
    const place = places.get(query);
    if (!found || place === undefined) return undefined;
    return found.ranker.top(place, TOP_K).map(({ passage }) => found.pids[passage]!);
  };
}
