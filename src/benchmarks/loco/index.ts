import { basename } from 'node:path';
import { FathomError } from '../../core/index.ts';
import type { BadRow, StoredPredictions, StoredScore, StoredScorer, StoredScoring } from '../stored-predictions.ts';
import { requireDataFolder } from '../../datasets/index.ts';
import { LOCO_DATA } from './data-origin.ts';
import { readQueries, withoutEmptyAnswers, type ReadOptions } from './loco-data.ts';
import { rankByEmbeddings } from './rank-by-embeddings.ts';
import { rankByBm25, readRankings } from './rankings.ts';
import { scoreRankings } from './score-rankings.ts';

/** In place of a folder of rankings: ranks the passages by words. */
const FLOOR = 'bm25';

/** LoCoV1 (Saad-Falcon et al. 2024, arXiv 2402.07440): an encoder behind an endpoint, stored rankings of any, and the floor of BM25, by nDCG. README.md says what is there. */
export const loco: StoredScorer = { id: 'loco', title: 'LoCoV1', modes: ['official'], data: LOCO_DATA, embeds: true, floor: FLOOR, score };

async function score({ predictions, data, skipBadRows, embedder }: StoredPredictions): Promise<StoredScoring> {
  if (data === undefined)
    throw new FathomError('misuse', 'LoCoV1 is scored on its queries and documents, and no folder was named.', {
      fix: 'fathom data pull loco fetches hazyresearch/LoCoV1-Queries and hazyresearch/LoCoV1-Documents; another folder: --data DIR.',
    });
  requireDataFolder(data);
  const skipped: BadRow[] = [];
  const options: ReadOptions = { badRows: skipBadRows ? 'skip' : 'fail', onBad: (row) => skipped.push(row) };
  const queries = await withoutEmptyAnswers(await readQueries(data, options), { folder: data, ...options });
  const scores: StoredScore[] = [];
  for (const folder of predictions) {
    const rankings = folder === FLOOR ? await rankByBm25(data, queries, options) : await readRankings(folder, options);
    scores.push(...scoreRankings(queries, rankings, { name: folder === FLOOR ? 'BM25' : basename(folder) }));
  }
  if (embedder) {
    const rankings = await rankByEmbeddings(data, queries, { embedder, ...options });
    scores.push(...scoreRankings(queries, rankings, { name: embedder.name }));
  }
  return { scores, skipped, judged: 0, withThinking: 0 };
}
