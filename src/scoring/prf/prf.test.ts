import { expect, test } from 'vitest';
import { labelCounts, microPrf, ndcg, relationCounts, spanCounts, typedSpans } from '../index.ts';

test('LongICLBench: spans with types up to the first line of another form', () => {
  expect(typedSpans('Orford: town\nRiver Ann: 3: river\nnothing\nTea: drink')).toEqual([
    ['Orford', 'town'],
    ['River Ann: 3', 'river'],
  ]);
  const gold = { Orford: 'town', Ann: 'person' };
  expect(spanCounts('Orford: town\nOrford: town\nAnn: river', gold)).toEqual({ correct: 1, predicted: 2, wanted: 2 });
  expect(spanCounts('toString: town', gold)).toEqual({ correct: 0, predicted: 1, wanted: 2 });
  expect(spanCounts('', gold)).toEqual({ correct: 0, predicted: 0, wanted: 2 });
});

test('LongICLBench: labels and relations by position', () => {
  const labels = ['born-in', 'lives-in'];
  expect([labelCounts('born-in', 'born-in', labels), labelCounts('none', 'born-in', labels)]).toEqual([
    { correct: 1, predicted: 1, wanted: 1 },
    { correct: 0, predicted: 0, wanted: 1 },
  ]);
  expect(relationCounts('per: born-in, x, lives-in', ['born-in', 'lives-in', 'lives-in'], labels)).toEqual({
    correct: 2,
    predicted: 2,
    wanted: 3,
  });
});

test('micro precision, recall, F1 over the sums', () => {
  const { precision, recall, f1 } = microPrf([
    { correct: 1, predicted: 2, wanted: 2 },
    { correct: 2, predicted: 2, wanted: 4 },
  ]);
  expect([precision, recall, f1].map((value) => value.toFixed(6))).toEqual(['0.750000', '0.500000', '0.600000']);
  expect(microPrf([]).f1).toBe(0);
});

test('nDCG: discounted by rank, against the best order; nothing relevant has none', () => {
  const gains = new Map([
    ['a', 1],
    ['b', 1],
  ]);
  expect(ndcg(['a', 'b', 'c'], gains, 10)).toBe(1);
  expect(ndcg(['c', 'a'], gains, 10)).toBeCloseTo(1 / Math.log2(3) / (1 + 1 / Math.log2(3)), 12);
  expect(ndcg(['a', 'a', 'b'], gains, 2)).toBe(1);
  expect([ndcg(['c'], gains, 1), ndcg(['a'], new Map(), 5)]).toEqual([0, null]);
});
