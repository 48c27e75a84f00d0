import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { englishWords, f1English, lcsLength, rougeGoogle, roundHalfEven, tokenF1 } from '../index.ts';

test('normalised English: no punctuation, no articles as whole words', () => {
  expect(englishWords("The cat's an-tic, A  mat: éa the_x")).toEqual(['cats', 'antic', 'mat', 'éa', 'thex']);
});

test('token F1: multisets, nothing shared is 0', () => {
  expect(f1English('The cat sat on a mat.', 'cat on the mat')).toBeCloseTo(0.857142857, 9);
  expect(f1English('yes yes', 'yes')).toBeCloseTo(0.666666667, 9);
  expect([f1English('', 'x'), f1English('the', 'a'), tokenF1([], [])]).toEqual([0, 0, 0]);
});

/** The table as every textbook has it. */
function slowLcs(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const x of a) {
    const next = [0];
    for (const [j, y] of b.entries()) next.push(x === y ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row.at(-1)!;
}

describe('lcsLength', () => {
  test('equals the slow table', () => {
    const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 150 });
    fc.assert(fc.property(tokens, tokens, (a, b) => lcsLength(a, b) === slowLcs(a, b)));
  });

  test('needs a row of bits, not a table: a hundred thousand tokens a side', () => {
    const a = Array.from({ length: 100_000 }, (_, i) => `${i}`);
    expect(lcsLength(a, a.toReversed())).toBe(1);
    expect(lcsLength(a, a)).toBe(100_000);
  });
});

test('Google ROUGE: lower-cased a–z and 0–9, bigrams with multiplicity, F of the longest common subsequence', () => {
  const { rouge1, rouge2, rougeL } = rougeGoogle('The Cat sat, the cat ran', 'the cat ran; the dog sat');
  expect(rouge1).toEqual({ precision: 5 / 6, recall: 5 / 6, f1: 5 / 6 });
  expect([rouge2.precision, rouge2.recall]).toEqual([2 / 5, 2 / 5]);
  expect(rougeL.f1).toBe(0.5);
  expect(rougeGoogle('', '')).toEqual(rougeGoogle('中文', 'x'));
});

test('roundHalfEven is Python’s round', () => {
  const cases: [number, number, number][] = [
    [0.5, 0, 0],
    [1.5, 0, 2],
    [2.5, 0, 2],
    [-2.5, 0, -2],
    [0.03125, 4, 0.0312],
    [0.09375, 4, 0.0938],
    [2.675, 2, 2.67],
    [1.005, 2, 1],
    [63.51744186, 4, 63.5174],
    [99.99999, 4, 100],
    [100, 4, 100],
    [0, 2, 0],
  ];
  for (const [value, digits, wanted] of cases) expect([value, digits, roundHalfEven(value, digits)]).toEqual([value, digits, wanted]);
});
