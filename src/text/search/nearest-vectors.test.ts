import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestVectors, unitVectors } from './nearest-vectors.ts';

/** As slow and plain as can be. */
function reference(query: readonly number[], passages: readonly (readonly number[])[], k: number) {
  const unit = (vector: readonly number[]) => {
    const single = vector.map(Math.fround);
    const length = Math.sqrt(single.reduce((sum, x) => sum + x * x, 0));
    return single.map((x) => (length === 0 ? 0 : Math.fround(x / length)));
  };
  return passages
    .map((passage, at) => ({ passage: at, score: unit(passage).reduce((sum, x, i) => sum + x * unit(query)[i]!, 0) }))
    .toSorted((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, k);
}

test('the nearest are those of a search through all, equal ones in order, whatever the numbers', () => {
  const vector = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 });
  const vectors = (most: number) => fc.array(vector, { minLength: 1, maxLength: most });
  fc.assert(
    fc.property(vectors(9), vectors(30), fc.integer({ min: 1, max: 12 }), (queries, passages, k) => {
      const [asked, kept] = [queries, passages].map((all) => unitVectors(all.map((each) => Float32Array.from(each))));
      const found = [...nearestVectors(asked!, kept!, { k })];
      expect(found).toEqual(queries.map((query) => reference(query, passages, k)));
    }),
  );
});

test('what is no number counts as -1 and is the last; other dimensions are refused', () => {
  const passages = { rows: Float32Array.of(NaN, 0, -0.5, 0, 1, 0), dimensions: 2, count: 3 };
  const query = unitVectors([Float32Array.of(2, 0)]);
  expect([...nearestVectors(query, passages, { k: 3 })]).toEqual([
    [
      { passage: 2, score: 1 },
      { passage: 1, score: -0.5 },
      { passage: 0, score: -1 },
    ],
  ]);
  expect(() => [...nearestVectors(unitVectors([Float32Array.of(1)]), passages, { k: 1 })]).toThrow('queries have 1 dimensions, passages 2');
  expect(() => unitVectors([Float32Array.of(1), Float32Array.of(1, 2)])).toThrow('vector 1 has 2 dimensions');
});
