import { nearestVectors, unitVectors } from '../../text/index.ts';
import type { TextEmbedder } from '../stored-predictions.ts';
import { streamPassages, type LocoPassage, type LocoQuery, type ReadOptions } from './loco-data.ts';
import { TOP_K, type Rankings } from './rankings.ts';

/*
 * LoCoV1 (arXiv 2402.07440), bert/loco_eval.py over BEIR's exact dense search: the passages of a data set are searched by cosine, the first 1000 count.
 * Equal scores go by id, the larger first, as trec_eval sorts them. Deviations: products are summed in double precision; passages without a text are not
 * sent; a text that is longer than the window is what the embedder makes of it.
 */

interface Found {
  readonly id: string;
  readonly vector: Float32Array;
}

/** Ranks the passages of each data set by an encoder. Passages go by one at a time, their vectors are kept in memory. */
export async function rankByEmbeddings(
  folder: string,
  queries: readonly LocoQuery[],
  { embedder, ...options }: ReadOptions & { readonly embedder: TextEmbedder },
): Promise<Rankings> {
  const names = new Set(queries.map(({ dataset }) => dataset));
  const passages = await vectorsOf(wanted(streamPassages(folder, options), names), (texts) => embedder.embed(texts, 'document'));
  const asked = await vectorsOf(queriesOf(queries), (texts) => embedder.embed(texts, 'query'));
  const ranked = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [dataset, found] of asked) ranked.set(dataset, ranking(found, passages.get(dataset) ?? []));
  return ({ dataset, qid }) => ranked.get(dataset)?.get(qid);
}

function ranking(queries: readonly Found[], passages: readonly Found[]): ReadonlyMap<string, readonly string[]> {
  // The search leaves equal scores in the order of the passages.
  const sorted = passages.toSorted((a, b) => Buffer.compare(Buffer.from(b.id), Buffer.from(a.id)));
  const [asked, kept] = [queries, sorted].map((all) => unitVectors(all.map(({ vector }) => vector)));
  // One more: the query itself, where it is a passage, does not count.
  const hits = nearestVectors(asked!, kept!, { k: TOP_K + 1 });
  const own = (query: Found, found: readonly { readonly passage: number }[]) =>
    found
      .map(({ passage }) => sorted[passage]!.id)
      .filter((id) => id !== query.id)
      .slice(0, TOP_K);
  return new Map(Array.from(hits, (found, i) => [queries[i]!.id, own(queries[i]!, found)] as const));
}

interface Text {
  readonly id: string;
  readonly dataset: string;
  readonly text: string;
}

async function* wanted(passages: AsyncIterable<LocoPassage>, datasets: ReadonlySet<string>): AsyncGenerator<Text, void> {
  for await (const { pid, dataset, passage } of passages)
    if (datasets.has(dataset) && passage !== null && passage.trim() !== '') yield { id: pid, dataset, text: passage };
}

async function* queriesOf(queries: readonly LocoQuery[]): AsyncGenerator<Text, void> {
  for (const { qid, dataset, query } of queries) if (query.trim() !== '') yield { id: qid, dataset, text: query };
}

/** Vectors by data set. Texts are given on as they are read; vectors come back in their order. */
async function vectorsOf(
  texts: AsyncIterable<Text>,
  embed: (texts: AsyncIterable<string>) => AsyncIterable<Float32Array | undefined>,
): Promise<ReadonlyMap<string, readonly Found[]>> {
  const sent: Omit<Text, 'text'>[] = [];
  async function* sending(): AsyncGenerator<string, void> {
    for await (const { id, dataset, text } of texts) {
      sent.push({ id, dataset });
      yield text;
    }
  }
  const found = new Map<string, Found[]>();
  let place = 0;
  for await (const vector of embed(sending())) {
    const { id, dataset } = sent[place++]!;
    if (vector === undefined) continue;
    const own = found.get(dataset) ?? [];
    found.set(dataset, own);
    own.push({ id, vector });
  }
  return found;
}
