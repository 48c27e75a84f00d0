/** `npm run bench -- embeddings`: exact cosine search over as many vectors as LoCoV1 has, beside a plain loop and the speed of multiplying alone. */
import { seededRandom } from '../src/core/index.ts';
import { nearestVectors, unitVectors, type UnitVectors } from '../src/text/index.ts';
import { timed } from './measure.ts';
import { printTable, shown } from './print-table.ts';

const PASSAGES = 14_800;
const QUERIES = 7_700;
const DIMENSIONS = 768;
const TOP_K = 1000;
/** Queries of the slower contestants; their time is scaled to all. */
const SOME = 100;

function vectors(count: number, name: string): UnitVectors {
  const random = seededRandom(1, 'bench', 'embeddings', name);
  return unitVectors(Array.from({ length: count }, () => Float32Array.from({ length: DIMENSIONS }, () => random.random() - 0.5)));
}

export async function benchEmbeddings(): Promise<void> {
  const [passages, queries] = [vectors(PASSAGES, 'passages'), vectors(QUERIES, 'queries')];
  const some = { ...queries, count: SOME };
  const warm = [...nearestVectors({ ...queries, count: 8 }, passages, { k: TOP_K })];
  if (JSON.stringify(plain({ ...queries, count: 8 }, passages)) !== JSON.stringify(warm.map((hits) => hits.map(({ passage }) => passage))))
    throw new Error('The two rankings differ.');
  const { ms: ours } = await timed(() => {
    for (const hits of nearestVectors(queries, passages, { k: TOP_K })) if (hits.length !== TOP_K) throw new Error('too few');
  });
  const { ms: plainMs } = await timed(() => plain(some, passages));
  const { ms: floor } = await timed(() => multiply(SOME * PASSAGES * DIMENSIONS));
  const all = QUERIES / SOME;
  printTable(
    `${QUERIES} queries × ${PASSAGES} passages × ${DIMENSIONS} dimensions, the best ${TOP_K} of each, one core`,
    ['what', 'seconds', 'G products/s'],
    [
      ['nearestVectors', ours],
      ['plain loop and sort', plainMs * all],
      ['multiplying and adding in registers’ reach alone', floor * all],
    ].map(([what, ms]) => [String(what), shown(Number(ms) / 1000), shown((QUERIES * PASSAGES * DIMENSIONS) / 1e6 / Number(ms))]),
  );
}

function plain(queries: UnitVectors, passages: UnitVectors): number[][] {
  return Array.from({ length: queries.count }, (_, q) => {
    const scores = Array.from({ length: passages.count }, (_unused, p) => {
      let sum = 0;
      for (let d = 0; d < DIMENSIONS; d++) sum += queries.rows[q * DIMENSIONS + d]! * passages.rows[p * DIMENSIONS + d]!;
      return { p, sum };
    });
    return scores
      .sort((a, b) => b.sum - a.sum || a.p - b.p)
      .slice(0, TOP_K)
      .map(({ p }) => p);
  });
}

/** Two vectors that never leave the nearest cache, four sums at a time: what the language can multiply. */
function multiply(products: number): number {
  const a = new Float32Array(DIMENSIONS).fill(0.5);
  let [s, t, u, v] = [0, 0, 0, 0];
  for (let done = 0; done < products; done += 4 * DIMENSIONS) {
    for (let d = 0; d < DIMENSIONS; d++) {
      const x = a[d]!;
      s += x * 0.1;
      t += x * 0.2;
      u += x * 0.3;
      v += x * 0.4;
    }
  }
  return s + t + u + v;
}
